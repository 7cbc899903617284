package org.epione.ledger.state;

import static org.epione.ledger.state.RefusedRecord.require;

import java.time.Instant;
import java.util.List;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.record.DoctorEnrolledBody;
import org.epione.ledger.record.DoctorKeyChangedBody;
import org.epione.ledger.record.HospitalAdmittedBody;
import org.epione.ledger.record.LedgerRecord;

/** Rules for the founding of a chain, for new doctors and for new keys of doctors. */
final class EnrolmentRules {

  private final SignatureChecks checks;
  private final AuthorRules authors;

  EnrolmentRules(SignatureChecks checks) {
    this.checks = checks;
    this.authors = new AuthorRules(checks);
  }

  /**
   * The first record vouches for itself: which system manager to trust is for whoever reads the
   * chain to compare.
   */
  void requireFounding(LedgerRecord record, HospitalAdmittedBody body, Instant now) {
    PartyCertificate manager = body.systemManager();
    require(record.chain().equals(body.hospital().pid()), RejectionReason.WRONG_CHAIN);
    require(record.author().equals(manager.pid()), RejectionReason.WRONG_AUTHOR);
    require(
        !record.time().isAfter(now.plus(body.blockRules().maxClockSkew())),
        RejectionReason.FROM_THE_FUTURE);
    for (PartyCertificate certificate : List.of(manager, body.hospital(), body.cloud())) {
      require(
          certificate.identity().issuer().equals(manager.pid())
              && checks.ed25519(
                  manager.identity().signingKey(),
                  certificate.identity().toSign(),
                  certificate.signature()),
          RejectionReason.BAD_CERTIFICATE);
      require(
          certificate.identity().validity().includes(record.time()),
          RejectionReason.CERTIFICATE_NOT_VALID);
    }
    require(
        checks.ed25519(
            manager.identity().signingKey(), record.signedBytes(), record.signature().value()),
        RejectionReason.BAD_SIGNATURE);
  }

  void requireEnrolment(ChainState state, LedgerRecord record, DoctorEnrolledBody body) {
    DoctorCertificate certificate = body.certificate();
    require(
        certificate.hospital().equals(record.chain()) && !certificate.pid().equals(record.chain()),
        RejectionReason.BAD_CERTIFICATE);
    require(state.delegate(certificate.pid()).isEmpty(), RejectionReason.ALREADY_ENROLLED);
    require(
        state.holderOf(certificate.identity().signingKey()).isEmpty(), RejectionReason.KEY_IN_USE);
    require(
        certificate.identity().validity().includes(record.time()),
        RejectionReason.CERTIFICATE_NOT_VALID);
    authors.requireCertified(certificate, state.founding().orElseThrow().hospital());
  }

  /** By a doctor of this hospital; that the key before signed the record is seen already. */
  void requireKeyChange(ChainState state, LedgerRecord record, DoctorKeyChangedBody body) {
    DoctorCertificate certificate = body.certificate();
    Delegate doctor =
        state
            .delegate(record.author())
            .orElseThrow(() -> RefusedRecord.because(RejectionReason.UNKNOWN_AUTHOR));
    require(
        state.holderOf(certificate.identity().signingKey()).isEmpty(), RejectionReason.KEY_IN_USE);
    require(
        certificate.hospital().equals(record.chain()) && doctor.canBecome(certificate.identity()),
        RejectionReason.BAD_CERTIFICATE);
    require(
        certificate.identity().validity().includes(record.time()),
        RejectionReason.CERTIFICATE_NOT_VALID);
    authors.requireCertified(certificate, state.founding().orElseThrow().hospital());
  }
}
