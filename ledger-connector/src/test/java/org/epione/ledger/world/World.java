package org.epione.ledger.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.signature.BlsSecretKey;
import org.epione.ledger.identity.PartyKind;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.identity.Validity;
import org.epione.ledger.record.CreditRulesBody;
import org.epione.ledger.record.DoctorEnrolledBody;
import org.epione.ledger.record.DoctorKeyChangedBody;
import org.epione.ledger.record.EpisodeOpenedBody;
import org.epione.ledger.record.HospitalAdmittedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordBody;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RecordSignature;
import org.epione.ledger.rules.BlockRules;
import org.epione.ledger.rules.CreditRules;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.RecordRules;
import org.epione.ledger.state.SignatureChecks;

/** One system manager, two hospitals, one cloud, four doctors at A and one at B. */
public final class World {

  private final CryptoSuite suite;
  private final TestClock clock = new TestClock(Instant.parse("2026-11-21T08:00:00Z"));
  private final Party manager;
  private final Party hospital;
  private final Party other;
  private final Party cloud;
  private final List<Doctor> doctors;
  private final Doctor foreign;

  /** The same world for the same seed. */
  public World(String seed) {
    this.suite = CryptoSuite.create(new SeededRandom(seed));
    this.manager = party(PartyKind.SYSTEM_MANAGER, "SYSTEM-MANAGER", Optional.empty());
    this.hospital = party(PartyKind.HOSPITAL, "HOSPITAL-A", Optional.of(manager));
    this.other = party(PartyKind.HOSPITAL, "HOSPITAL-B", Optional.of(manager));
    this.cloud = party(PartyKind.CLOUD, "CLOUD", Optional.of(manager));
    this.doctors = List.of(doctor(hospital), doctor(hospital), doctor(hospital), doctor(hospital));
    this.foreign = doctor(other);
  }

  /** A server certified by {@code issuer}. */
  public Party party(PartyKind kind, String code, Optional<Party> issuer) {
    return new Party(suite, kind, code, validity(), issuer);
  }

  /** A doctor certified by {@code by}. */
  public Doctor doctor(Party by) {
    return doctor(by, Pid.of(suite.random().bytes(60)));
  }

  /** A doctor of this pseudo-identity certified by {@code by}. */
  public Doctor doctor(Party by, Pid pid) {
    return new Doctor(suite, by, validity(), pid);
  }

  /** That doctor with another key to sign with, certified later. */
  public Doctor withAnotherKey(Doctor before) {
    Instant since = before.certificate().identity().validity().notBefore();
    return withAnotherKey(
        before, new Validity(since.plusMillis(1), now().plus(Duration.ofDays(365))));
  }

  /** That doctor with another key to sign with, certified for that time. */
  public Doctor withAnotherKey(Doctor before, Validity later) {
    return new Doctor(suite, before.hospital(), later, before.pid(), before.receiving());
  }

  /** From yesterday, for a year. */
  public Validity validity() {
    return new Validity(
        clock.instant().minus(Duration.ofDays(1)), clock.instant().plus(Duration.ofDays(365)));
  }

  /** Real cryptography on seeded randomness. */
  public CryptoSuite suite() {
    return suite;
  }

  /** The one clock. */
  public TestClock clock() {
    return clock;
  }

  /** Now. */
  public Instant now() {
    return clock.instant();
  }

  /** The system manager. */
  public Party manager() {
    return manager;
  }

  /** Hospital A, whose chain it is. */
  public Party hospital() {
    return hospital;
  }

  /** Hospital B. */
  public Party other() {
    return other;
  }

  /** The cloud. */
  public Party cloud() {
    return cloud;
  }

  /** Doctors of hospital A. */
  public List<Doctor> doctors() {
    return doctors;
  }

  /** The doctor with this number at hospital A. */
  public Doctor doctor(int number) {
    return doctors.get(number);
  }

  /** A doctor of hospital B. */
  public Doctor foreign() {
    return foreign;
  }

  /** Names chain A. */
  public Pid chain() {
    return hospital.pid();
  }

  /** A record by a server, made now. */
  public LedgerRecord by(Party author, RecordBody body) {
    RecordContent content = new RecordContent(chain(), author.pid(), now(), body);
    return content.signed(RecordSignature.ed25519(author.sign(content.toSign())));
  }

  /** A record by a doctor, made now. */
  public LedgerRecord by(Doctor author, RecordBody body) {
    return by(author.pid(), author.key(), now(), body);
  }

  /** A record by whoever has this key. */
  public LedgerRecord by(Pid author, BlsSecretKey key, Instant time, RecordBody body) {
    RecordContent content = new RecordContent(chain(), author, time, body);
    return content.signed(RecordSignature.of(suite.bls().sign(key, content.toSign())));
  }

  /** Founds chain A. */
  public LedgerRecord founding() {
    return founding(BlockRules.DEFAULT);
  }

  /** Founds chain A with these rules for blocks. */
  public LedgerRecord founding(BlockRules rules) {
    return founding(CreditRules.DEFAULT, rules);
  }

  /** Founds chain A with these rules of credit. */
  public LedgerRecord founding(CreditRules credit) {
    return founding(credit, BlockRules.DEFAULT);
  }

  private LedgerRecord founding(CreditRules credit, BlockRules rules) {
    return by(
        manager,
        new HospitalAdmittedBody(
            manager.certificate(), hospital.certificate(), cloud.certificate(), credit, rules));
  }

  /** Enrols a doctor at A. */
  public LedgerRecord enrolment(Doctor doctor) {
    return by(hospital, new DoctorEnrolledBody(doctor.certificate()));
  }

  /** A doctor of A signs with another key from now on. */
  public LedgerRecord keyChange(Doctor before, Doctor after) {
    return by(before, new DoctorKeyChangedBody(after.certificate()));
  }

  /** New rules of credit. */
  public LedgerRecord creditRules(CreditRules rules) {
    return by(manager, new CreditRulesBody(rules));
  }

  /** Closes the epoch after the head of this state. */
  public LedgerRecord closing(ChainState state) {
    return by(hospital, state.closing());
  }

  /** The hospital's rules, which open the evidence that {@link Treatment} makes. */
  public RecordRules hospitalRules() {
    return new RecordRules(
        new SignatureChecks(suite),
        (body, commitment) ->
            EpisodeOpenedBody.commitment(body.sealedEvidence().bytes(), body.episode())
                .equals(commitment));
  }

  /** Random bytes as a value. */
  public ByteString random(int length) {
    return ByteString.of(suite.random().bytes(length));
  }
}
