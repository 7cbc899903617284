package org.epione.ledger.state;

import static org.epione.ledger.state.RefusedRecord.require;

import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.DoctorIdentity;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.PartyKind;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.AccessRequestedBody;
import org.epione.ledger.record.DiagnosisBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.OpinionAcceptedBody;
import org.epione.ledger.record.RecordReadBody;
import org.epione.ledger.record.RecordType;

/** Who may make which record, with which key, and that this key signed it. */
final class AuthorRules {

  private final SignatureChecks checks;

  AuthorRules(SignatureChecks checks) {
    this.checks = checks;
  }

  void requireSigned(ChainState state, Founding founding, LedgerRecord record) {
    switch (record.type().author()) {
      case SYSTEM_MANAGER -> requireServer(record, founding.systemManager());
      case HOSPITAL -> requireServer(record, founding.hospital());
      case CLOUD -> requireServer(record, founding.cloud());
      case DOCTOR -> requireDoctor(state, founding, record);
      case PATIENT -> requirePatient(state, record);
    }
  }

  private void requireServer(LedgerRecord record, PartyCertificate server) {
    require(record.author().equals(server.pid()), RejectionReason.WRONG_AUTHOR);
    require(
        server.identity().validity().includes(record.time()),
        RejectionReason.CERTIFICATE_NOT_VALID);
    require(
        checks.ed25519(
            server.identity().signingKey(), record.signedBytes(), record.signature().value()),
        RejectionReason.BAD_SIGNATURE);
  }

  private void requireDoctor(ChainState state, Founding founding, LedgerRecord record) {
    Optional<Delegate> known = state.delegate(record.author());
    DoctorCertificate certificate;
    if (record.body() instanceof AccessRequestedBody body) {
      certificate = body.doctor();
      requireForeign(state, founding, record, certificate, body.hospital());
    } else if (record.body() instanceof OpinionAcceptedBody body) {
      certificate = body.doctor();
      requireForeign(state, founding, record, certificate, body.hospital());
    } else {
      certificate =
          known
              .orElseThrow(() -> RefusedRecord.because(RejectionReason.UNKNOWN_AUTHOR))
              .certificate();
    }
    require(
        known.isEmpty()
            || state.inGoodStanding(record.author())
            || record.type() == RecordType.DOCTOR_APPEALED,
        RejectionReason.EXPELLED);
    require(isCertified(known, certificate, record), RejectionReason.CERTIFICATE_NOT_VALID);
    requireBls(keyOfBefore(state, record).orElseGet(certificate.identity()::signingKey), record);
  }

  /**
   * At the time of the record. A certificate that has run out is renewed with the key that it was
   * for, and keeps nobody from appealing; what was begun may be ended under the certificate of then
   * or a later one.
   */
  private static boolean isCertified(
      Optional<Delegate> known, DoctorCertificate certificate, LedgerRecord record) {
    return switch (record.type()) {
      case DOCTOR_KEY_CHANGED, DOCTOR_APPEALED -> true;
      case DIAGNOSIS, RECORD_READ ->
          known.filter(doctor -> doctor.isCertified(record.time())).isPresent();
      default -> certificate.identity().validity().includes(record.time());
    };
  }

  /**
   * What a team began is signed with the keys of its places, and what was asked for is read with
   * the key with which it was asked for.
   */
  private static Optional<ByteString> keyOfBefore(ChainState state, LedgerRecord record) {
    if (record.body() instanceof DiagnosisBody body) {
      return state.episode(body.episode()).flatMap(episode -> episode.lastKeyOf(record.author()));
    }
    if (record.body() instanceof RecordReadBody body) {
      return state
          .consent(body.grant())
          .flatMap(consent -> state.request(consent.request()))
          .filter(request -> request.doctor().equals(record.author()))
          .map(AccessRequest::key);
    }
    return Optional.empty();
  }

  /** Certificates that a record brings along: the doctor may be of another hospital. */
  private void requireForeign(
      ChainState state,
      Founding founding,
      LedgerRecord record,
      DoctorCertificate doctor,
      PartyCertificate hospital) {
    Optional<Delegate> known = state.delegate(record.author());
    require(
        doctor.pid().equals(record.author())
            && doctor.hospital().equals(hospital.pid())
            && hospital.kind() == PartyKind.HOSPITAL
            && hospital.identity().issuer().equals(founding.systemManager().pid()),
        RejectionReason.BAD_CERTIFICATE);
    boolean own = hospital.pid().equals(founding.chain());
    require(!own || known.isPresent(), RejectionReason.UNKNOWN_AUTHOR);
    known.ifPresent(
        delegate ->
            require(
                own
                    ? delegate.certificate().equals(doctor)
                    : isOrBecomes(delegate, doctor.identity()),
                RejectionReason.BAD_CERTIFICATE));
    Optional<Pid> holder = state.holderOf(doctor.identity().signingKey());
    require(holder.isEmpty() || holder.get().equals(doctor.pid()), RejectionReason.KEY_IN_USE);
    requireValid(hospital, record.time());
    require(
        checks.ed25519(
            founding.systemManager().identity().signingKey(),
            hospital.identity().toSign(),
            hospital.signature()),
        RejectionReason.BAD_CERTIFICATE);
    requireCertified(doctor, hospital);
  }

  /**
   * A doctor of another hospital has the key that this chain knows of her, or one that she has
   * changed to on her own: here her hospital's word has to do.
   */
  private static boolean isOrBecomes(Delegate known, DoctorIdentity doctor) {
    return doctor.signingKey().equals(known.signingKey())
        ? known.isRenewedBy(doctor)
        : known.canBecome(doctor);
  }

  /** The hospital signed the doctor's certificate, and the doctor holds the key. */
  void requireCertified(DoctorCertificate doctor, PartyCertificate hospital) {
    require(checks.certified(doctor, hospital), RejectionReason.BAD_CERTIFICATE);
    require(
        checks.possession(doctor.identity().signingKey(), doctor.identity().possession()),
        RejectionReason.BAD_POSSESSION);
  }

  private static void requireValid(PartyCertificate certificate, Instant time) {
    require(
        certificate.identity().validity().includes(time), RejectionReason.CERTIFICATE_NOT_VALID);
  }

  /** A patient's pseudo-identity and key are those of one episode. */
  private void requirePatient(ChainState state, LedgerRecord record) {
    Episode episode =
        state
            .episodeOfPatient(record.author())
            .flatMap(state::episode)
            .orElseThrow(() -> RefusedRecord.because(RejectionReason.UNKNOWN_AUTHOR));
    requireBls(episode.patientKey(), record);
  }

  private void requireBls(ByteString key, LedgerRecord record) {
    require(
        checks.bls(key, record.signedBytes(), record.signature().value()),
        RejectionReason.BAD_SIGNATURE);
  }
}
