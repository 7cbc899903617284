package org.epione.ledger.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.Nonce;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.crypto.signature.BlsSecretKey;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.AccessRefusedBody;
import org.epione.ledger.record.AccessRequestedBody;
import org.epione.ledger.record.ConsentGivenBody;
import org.epione.ledger.record.ConsentRefusedBody;
import org.epione.ledger.record.ConsentWithdrawnBody;
import org.epione.ledger.record.EmergencyOpenedBody;
import org.epione.ledger.record.EmergencyReviewedBody;
import org.epione.ledger.record.EpisodeReference;
import org.epione.ledger.record.KeyIssuedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.ReadId;
import org.epione.ledger.record.RecordReadBody;
import org.epione.ledger.record.RequestId;
import org.epione.ledger.record.StandingConsentBody;
import org.epione.ledger.record.StandingConsentUsedBody;
import org.epione.ledger.record.StandingConsentWithdrawnBody;

/** One doctor's way to another hospital's record. */
public final class SharingActs {

  private final World world;
  private final Treatment treatment;
  private final Doctor asking;
  private final String purpose;
  private final RequestId request;
  private final Grant grant;

  /** {@code asking} wants to read the result of {@code treatment} for a day. */
  public SharingActs(World world, Treatment treatment, Doctor asking) {
    this(world, treatment, asking, "TREAT");
  }

  /** The same for another purpose. */
  public SharingActs(World world, Treatment treatment, Doctor asking, String purpose) {
    this.purpose = purpose;
    this.world = world;
    this.treatment = treatment;
    this.asking = asking;
    this.request = RequestId.random(world.suite().random());
    this.grant = grant(world.now().plus(Duration.ofDays(1)));
  }

  /** The grant of the request. */
  public Grant grant() {
    return grant;
  }

  /** A grant until then. */
  public Grant grant(Instant notAfter) {
    return new Grant(
        treatment.patient().pseudonym(),
        asking.pid().pseudonym(),
        asking.receiving().publicKey(),
        List.of(treatment.episode()),
        purpose,
        world.now(),
        notAfter,
        Nonce.random(world.suite().random()));
  }

  /** ACCESS_REQUESTED. */
  public LedgerRecord requested() {
    return world.by(
        asking,
        new AccessRequestedBody(
            request,
            EpisodeReference.of(treatment.episode()),
            asking.certificate(),
            asking.hospital().certificate(),
            purpose,
            world.now().plus(Duration.ofDays(1))));
  }

  /** CONSENT_GIVEN. */
  public LedgerRecord consented() {
    return consented(grant);
  }

  /** CONSENT_GIVEN with this grant. */
  public LedgerRecord consented(Grant given) {
    return byPatient(new ConsentGivenBody(request, given));
  }

  /** STANDING_CONSENT over these grants. */
  public LedgerRecord madeAhead(Grant... given) {
    return world.by(
        world.hospital(),
        new StandingConsentBody(
            StandingConsentBody.commitment(Arrays.stream(given).map(Grant::digest).toList())));
  }

  /** STANDING_CONSENT_USED with this grant, which the patient of the treatment signed. */
  public LedgerRecord answeredAhead(Grant given) {
    return answeredAhead(given, treatment.patientKey());
  }

  /** STANDING_CONSENT_USED with this grant under that key. */
  public LedgerRecord answeredAhead(Grant given, BlsSecretKey signer) {
    byte[] signed = StandingConsentUsedBody.toSign(world.hospital().pid(), given);
    return world.by(
        world.hospital(),
        new StandingConsentUsedBody(
            request, given, ByteString.of(world.suite().bls().sign(signer, signed).encode())));
  }

  /** STANDING_CONSENT_WITHDRAWN of these grants. */
  public LedgerRecord withdrawnAhead(Grant... given) {
    return world.by(
        world.hospital(),
        new StandingConsentWithdrawnBody(Arrays.stream(given).map(Grant::digest).toList()));
  }

  /** EMERGENCY_OPENED with this grant, which the patient did not sign. */
  public LedgerRecord emergency(Grant given) {
    ByteString id = ByteString.of(new byte[EmergencyOpenedBody.ID_LENGTH]);
    return world.by(
        world.hospital(),
        new EmergencyOpenedBody(request, given, EmergencyOpenedBody.mark(id, request)));
  }

  /** EMERGENCY_REVIEWED. */
  public LedgerRecord reviewed(Grant given) {
    return reviewed(given, true);
  }

  /** EMERGENCY_REVIEWED with that finding. */
  public LedgerRecord reviewed(Grant given, boolean justified) {
    return world.by(
        world.hospital(),
        new EmergencyReviewedBody(
            given.digest(), treatment.episode(), justified, Digest.of(new byte[] {1})));
  }

  /** CONSENT_REFUSED. */
  public LedgerRecord refused() {
    return byPatient(new ConsentRefusedBody(request, treatment.episode()));
  }

  /** CONSENT_WITHDRAWN. */
  public LedgerRecord withdrawn() {
    return byPatient(new ConsentWithdrawnBody(grant.digest(), treatment.episode()));
  }

  /** RE_ENCRYPTION_KEY_ISSUED. */
  public LedgerRecord issued() {
    return world.by(
        world.manager(),
        new KeyIssuedBody(grant.digest(), treatment.episode(), Digest.of(new byte[96])));
  }

  /** ACCESS_REFUSED. */
  public LedgerRecord accessRefused() {
    return world.by(
        world.manager(), AccessRefusedBody.ofGrant(grant.digest(), treatment.episode(), "EXPIRED"));
  }

  /** RECORD_READ by the asking doctor. */
  public LedgerRecord read() {
    return readBy(asking, world.now());
  }

  /** RECORD_READ by whoever, at whatever time. */
  public LedgerRecord readBy(Doctor doctor, Instant time) {
    return world.by(
        doctor.pid(),
        doctor.key(),
        time,
        new RecordReadBody(
            ReadId.random(world.suite().random()), grant.digest(), treatment.episode()));
  }

  private LedgerRecord byPatient(org.epione.ledger.record.RecordBody body) {
    return world.by(treatment.patient(), treatment.patientKey(), world.now(), body);
  }
}
