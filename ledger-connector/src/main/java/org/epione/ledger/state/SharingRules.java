package org.epione.ledger.state;

import static org.epione.ledger.state.RefusedRecord.require;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.AccessRefusedBody;
import org.epione.ledger.record.AccessRequestedBody;
import org.epione.ledger.record.ConsentGivenBody;
import org.epione.ledger.record.ConsentRefusedBody;
import org.epione.ledger.record.ConsentWithdrawnBody;
import org.epione.ledger.record.EmergencyOpenedBody;
import org.epione.ledger.record.KeyIssuedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordReadBody;
import org.epione.ledger.record.RequestId;
import org.epione.ledger.record.StandingConsentUsedBody;

/**
 * Rules for sharing: request, consent, refusal, withdrawal, key, reading. Signatures are checked.
 */
final class SharingRules {

  void requireRequest(ChainState state, LedgerRecord record, AccessRequestedBody body) {
    require(state.request(body.request()).isEmpty(), RejectionReason.NAME_IN_USE);
    Episode episode =
        state
            .episode(body.episode())
            .orElseThrow(() -> RefusedRecord.because(RejectionReason.UNKNOWN_EPISODE));
    require(episode.diagnosis().isPresent(), RejectionReason.NOTHING_TO_READ);
    require(body.notAfter().isAfter(record.time()), RejectionReason.BAD_PERIOD);
  }

  void requireConsent(
      ChainState state, Founding founding, LedgerRecord record, ConsentGivenBody body) {
    AccessRequest request = open(state, body.request());
    Grant grant = body.grant();
    Episode episode = state.episode(request.episode()).orElseThrow();
    require(episode.patient().equals(record.author()), RejectionReason.WRONG_AUTHOR);
    require(
        grant.grantor().equals(record.author().pseudonym())
            && grant.grantee().equals(request.doctor().pseudonym())
            && ByteString.of(grant.receivingKey().encode()).equals(request.receivingKey())
            && grant.records().equals(List.of(request.episode()))
            && grant.purpose().equals(request.purpose())
            && !grant.notAfter().isAfter(request.notAfter()),
        RejectionReason.GRANT_MISMATCH);
    require(state.consent(grant.digest()).isEmpty(), RejectionReason.ALREADY_ANSWERED);
    require(
        !record.time().isBefore(request.at().minus(founding.blockRules().maxClockSkew())),
        RejectionReason.BACK_DATED);
  }

  void requireStandingUse(
      ChainState state,
      StandingConsentRules standing,
      LedgerRecord record,
      StandingConsentUsedBody body,
      Instant now) {
    standing.requireUse(state, open(state, body.request()), record, body, now);
  }

  void requireEmergency(
      ChainState state,
      EmergencyRules emergencies,
      LedgerRecord record,
      EmergencyOpenedBody body,
      Instant now) {
    emergencies.requireOpening(state, open(state, body.request()), record, body, now);
  }

  void requireRefusal(ChainState state, LedgerRecord record, ConsentRefusedBody body) {
    AccessRequest request = open(state, body.request());
    require(request.episode().equals(body.episode()), RejectionReason.GRANT_MISMATCH);
    requirePatient(state, record, request.episode());
  }

  void requireWithdrawal(ChainState state, LedgerRecord record, ConsentWithdrawnBody body) {
    Consent consent = granted(state, body.grant(), body.episode());
    requirePatient(state, record, consent.episode());
    require(consent.withdrawnAt().isEmpty(), RejectionReason.GRANT_WITHDRAWN);
  }

  void requireIssue(ChainState state, LedgerRecord record, KeyIssuedBody body, Instant now) {
    Consent consent = granted(state, body.grant(), body.episode());
    require(consent.withdrawnAt().isEmpty(), RejectionReason.GRANT_WITHDRAWN);
    require(consent.key().isEmpty(), RejectionReason.KEY_ALREADY_ISSUED);
    require(
        !consent.validity().notAfter().isBefore(record.time())
            && !consent.validity().notAfter().isBefore(now),
        RejectionReason.GRANT_NOT_VALID);
    require(state.inGoodStanding(consent.grantee()), RejectionReason.EXPELLED);
  }

  void requireAccessRefusal(ChainState state, AccessRefusedBody body) {
    if (body.request().isPresent()) {
      AccessRequest request = known(state, body.request().get());
      require(request.episode().equals(body.episode()), RejectionReason.GRANT_MISMATCH);
      require(request.answer() == AccessRequest.Answer.OPEN, RejectionReason.ALREADY_ANSWERED);
    } else {
      granted(state, body.grant().orElseThrow(), body.episode());
    }
  }

  /**
   * A reading must be allowed both when the doctor made the record and when it comes onto the
   * chain: otherwise a record dated back would open a grant that is over.
   */
  void requireReading(ChainState state, LedgerRecord record, RecordReadBody body, Instant now) {
    require(!state.hasRead(body.read()), RejectionReason.NAME_IN_USE);
    Consent consent = granted(state, body.grant(), body.episode());
    require(consent.grantee().equals(record.author()), RejectionReason.NOT_THE_GRANTEE);
    require(consent.withdrawnAt().isEmpty(), RejectionReason.GRANT_WITHDRAWN);
    require(consent.key().isPresent(), RejectionReason.KEY_NOT_ISSUED);
    require(
        consent.validity().includes(record.time()) && !consent.validity().notAfter().isBefore(now),
        RejectionReason.GRANT_NOT_VALID);
  }

  private static void requirePatient(ChainState state, LedgerRecord record, RecordId episode) {
    require(
        state.episode(episode).orElseThrow().patient().equals(record.author()),
        RejectionReason.WRONG_AUTHOR);
  }

  private static AccessRequest open(ChainState state, RequestId id) {
    AccessRequest request = known(state, id);
    require(request.answer() == AccessRequest.Answer.OPEN, RejectionReason.ALREADY_ANSWERED);
    return request;
  }

  private static AccessRequest known(ChainState state, RequestId id) {
    return state
        .request(id)
        .orElseThrow(() -> RefusedRecord.because(RejectionReason.UNKNOWN_REQUEST));
  }

  private static Consent granted(ChainState state, Digest grant, RecordId episode) {
    Optional<Consent> consent = state.consent(grant);
    require(consent.isPresent(), RejectionReason.UNKNOWN_GRANT);
    require(consent.get().episode().equals(episode), RejectionReason.GRANT_MISMATCH);
    return consent.get();
  }
}
