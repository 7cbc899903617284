package org.epione.keychange.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.chain.boundary.ChainSubmission;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.NewSigningKey;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.Will;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.enrolment.boundary.ActiveDoctors;
import org.epione.enrolment.boundary.DoctorCertificates;
import org.epione.enrolment.boundary.DoctorState;
import org.epione.enrolment.boundary.DoctorView;
import org.epione.enrolment.boundary.Doctors;
import org.epione.keychange.control.KeyChangeStore;
import org.epione.keychange.control.NeededKeys;
import org.epione.keychange.entity.KeyChange;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.record.DoctorKeyChangedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RecordSignature;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;

/**
 * A doctor's key to sign with, and its change: an act of will, which her hospital certifies, and a
 * record on the chain of her hospital.
 */
@Stateless
@RolesAllowed(Role.Name.DOCTOR)
public class MySigningKey {

  private static final Duration SOON = Duration.ofDays(60);
  private static final int FINGERPRINT = 32;

  @EJB private Callers callers;
  @EJB private Doctors doctors;
  @EJB private ActiveDoctors active;
  @EJB private DoctorCertificates certificates;
  @EJB private PersonKeys keys;
  @EJB private ChainSubmission submission;
  @Inject private KeyChangeStore changes;
  @Inject private NeededKeys needed;
  @Inject private Clock clock;

  /** Her key; empty until her own enrolment stands on the chain. */
  public Optional<SigningKeyView> mine() {
    AccountId account = callers.current().accountId();
    return doctors
        .byAccount(account)
        .filter(doctor -> doctor.state() == DoctorState.ENROLLED)
        .map(doctor -> view(account, doctor.certificate()));
  }

  /** Whether her certificate ends soon, or the chain refused her change of the key. */
  public boolean asksForAnAct() {
    AccountId account = callers.current().accountId();
    Optional<KeyChangeState> last = changes.last(account).map(KeyChange::state);
    return last.equals(Optional.of(KeyChangeState.REFUSED))
        || (!last.equals(Optional.of(KeyChangeState.SUBMITTED))
            && doctors
                .byAccount(account)
                .filter(doctor -> doctor.state() == DoctorState.ENROLLED)
                .filter(doctor -> endsSoon(doctor.certificate()))
                .isPresent());
  }

  /**
   * Makes another key for her, has the hospital certify it, and signs with the present one that it
   * is hers. It is used once that is final; what teams of hers began is finished with the key
   * before.
   *
   * @param fingerprint of the key that is to be changed, as she was shown it
   * @param password wiped by the caller
   * @throws RefusedException EHR-1011 for a wrong password, EHR-1002 if she is not enrolled or was
   *     expelled, EHR-4893 while a change waits for the chain, EHR-4894 if her key is another one
   */
  public SigningKeyView change(String fingerprint, char[] password) {
    AccountId account = callers.current().accountId();
    DoctorView doctor = active.require(account);
    if (!fingerprint.equals(fingerprint(doctor.certificate()))) {
      throw new RefusedException(ErrorCode.KEY_CHANGED_MEANWHILE);
    }
    try (Will will = keys.will(account, password)) {
      NewSigningKey made = will.newSigningKey();
      // Looked at once her keys are locked, so that of two changes at one time one is refused.
      requireNoneUnderWay(account);
      DoctorCertificate certificate = certificates.certify(account, made.key(), made.possession());
      RecordContent content =
          new RecordContent(
              doctor.certificate().hospital(),
              doctor.pid(),
              clock.instant(),
              new DoctorKeyChangedBody(certificate));
      LedgerRecord signed = content.signed(RecordSignature.of(will.sign(content.toSign())));
      changes.add(new KeyChange(signed.id().hex(), account, certificate, clock.instant()));
      submission.submit(doctor.hospital(), doctor.hospital(), signed);
    } catch (WrongPasswordException e) {
      throw new RefusedException(ErrorCode.WRONG_PASSWORD);
    }
    return view(account, doctor.certificate());
  }

  private void requireNoneUnderWay(AccountId account) {
    if (changes
        .last(account)
        .filter(each -> each.state() == KeyChangeState.SUBMITTED)
        .isPresent()) {
      throw new RefusedException(ErrorCode.KEY_CHANGE_UNDER_WAY);
    }
  }

  private boolean endsSoon(DoctorCertificate certificate) {
    return certificate.identity().validity().notAfter().isBefore(clock.instant().plus(SOON));
  }

  private static String fingerprint(DoctorCertificate certificate) {
    byte[] key = certificate.identity().signingKey().bytes();
    return Digest.of(key).hex().substring(0, FINGERPRINT);
  }

  private SigningKeyView view(AccountId account, DoctorCertificate certificate) {
    Instant end = certificate.identity().validity().notAfter();
    Optional<KeyChange> last = changes.last(account);
    return new SigningKeyView(
        fingerprint(certificate),
        certificate.identity().validity().notBefore(),
        end,
        endsSoon(certificate),
        last.map(KeyChange::state),
        last.map(KeyChange::refusal).orElse(""),
        needed.of(account).size());
  }
}
