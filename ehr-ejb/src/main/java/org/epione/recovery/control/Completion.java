package org.epione.recovery.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.epione.account.boundary.AccountEventKind;
import org.epione.account.boundary.AccountState;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.ActivationCode;
import org.epione.account.boundary.Sessions;
import org.epione.account.boundary.Sources;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.RecoveryKey;
import org.epione.custody.boundary.ReleasedEscrow;
import org.epione.party.boundary.ReceivingKeys;
import org.epione.platform.attempt.AttemptKind;
import org.epione.platform.attempt.Attempts;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.recovery.boundary.CaseState;
import org.epione.recovery.boundary.RecoveryState;
import org.epione.recovery.entity.HospitalShare;
import org.epione.recovery.entity.RecoveryRequest;

/** The person sets another password: here both shares come together, and nowhere else. */
@ApplicationScoped
public class Completion {

  @EJB private Accounts accounts;
  @EJB private Sessions sessions;
  @EJB private PersonKeys personKeys;
  @EJB private Attempts attempts;
  @Inject private RecoveryRegister register;
  @Inject private ResetCodes codes;
  @EJB private ReceivingKeys receivingKeys;
  @Inject private Requests requests;
  @Inject private RecoveryTimes times;
  @Inject private CryptoSuite crypto;

  /** Opens the keys by code and shares, and wraps them under the password. */
  public void complete(String source, String typed, char[] password) {
    String counted = Sources.subject(source);
    attempts.begin(AttemptKind.SOURCE, counted);
    ActivationCode code = ActivationCode.parse(typed).orElseThrow(Completion::refused);
    RecoveryRequest request =
        register
            .takeByFingerprint(codes.fingerprints(code))
            .filter(found -> found.isOpen(times.now()))
            .filter(found -> isActive(found.account()))
            .orElseThrow(Completion::refused);
    attempts.takeBack(counted);
    if (request.state() != RecoveryState.RELEASED) {
      throw new RefusedException(ErrorCode.RECOVERY_WAITS);
    }
    AccountId account = request.account();
    accounts.requireStrong(account, password);
    ReleasedEscrow released = released(request);
    // Over before the new escrow is kept, which ends what is open.
    requests.tell(request, CaseState.COMPLETED);
    request.end(RecoveryState.COMPLETED, times.now());
    recover(account, released, code, password);
    personKeys.unlock(account);
    sessions.closeAll(account);
    accounts.note(
        account, AccountEventKind.PASSWORD_RECOVERED, request.decidedBy().orElse(account));
  }

  private ReleasedEscrow released(RecoveryRequest request) {
    HospitalShare own =
        register
            .hospitalShare(request.account())
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_RECOVERABLE));
    return new ReleasedEscrow(
        ByteString.ofHex(request.id()),
        own.terms(),
        own.sealedShare(),
        receivingKeys.require(own.terms().second()),
        request.releasedShare(),
        new RecoveryKey(
            crypto.hpke().decodePublicKey(request.recoveryPublic()), request.protectedSecret()));
  }

  private void recover(
      AccountId account, ReleasedEscrow released, ActivationCode code, char[] password) {
    char[] secret = code.secret();
    try {
      personKeys.recover(account, released, secret, password);
    } finally {
      Arrays.fill(secret, '\0');
    }
  }

  private boolean isActive(AccountId account) {
    return accounts.find(account).filter(found -> found.state() == AccountState.ACTIVE).isPresent();
  }

  private static RefusedException refused() {
    return new RefusedException(ErrorCode.RECOVERY_REFUSED);
  }
}
