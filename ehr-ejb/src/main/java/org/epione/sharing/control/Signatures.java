package org.epione.sharing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.connector.port.PartyDirectory;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.StandingConsentUsedBody;
import org.epione.ledger.state.SignatureChecks;
import org.epione.platform.identity.PartyCode;

/** Whether records and certificates are signed by whom they name. Dates are not looked at here. */
@ApplicationScoped
public class Signatures {

  @EJB private PartyDirectory directory;
  @Inject private CryptoSuite crypto;

  /** Whether the holder of that BLS key signed the record. */
  boolean isBy(ByteString key, LedgerRecord signed) {
    return checks().bls(key, signed.signedBytes(), signed.signature().value());
  }

  /** Whether the system manager of this directory signed the receipt. */
  boolean isBySystemManager(DestructionReceipt receipt) {
    byte[] signed =
        DestructionReceipt.toSign(receipt.grant(), receipt.withdrawal(), receipt.destroyedAt());
    return directory
        .certificate(PartyCode.SYSTEM_MANAGER.value())
        .filter(
            proxy -> checks().ed25519(proxy.identity().signingKey(), signed, receipt.signature()))
        .isPresent();
  }

  /** Whether that server signed the record. */
  boolean isBy(PartyCertificate party, LedgerRecord signed) {
    return checks()
        .ed25519(party.identity().signingKey(), signed.signedBytes(), signed.signature().value());
  }

  /** Whether the holder of that BLS key granted it ahead, for that chain. */
  boolean isAhead(ByteString key, Pid chain, StandingConsentUsedBody used) {
    return checks().bls(key, StandingConsentUsedBody.toSign(chain, used.grant()), used.signature());
  }

  /** Whether that hospital certified the doctor. */
  boolean isDoctorOf(DoctorCertificate doctor, PartyCertificate hospital) {
    return checks().certified(doctor, hospital);
  }

  /** Whether the system manager of this directory certified the party. */
  boolean isAdmitted(PartyCertificate party) {
    return directory
        .certificate(PartyCode.SYSTEM_MANAGER.value())
        .filter(issuer -> party.identity().issuer().equals(issuer.pid()))
        .filter(
            issuer ->
                checks()
                    .ed25519(
                        issuer.identity().signingKey(),
                        party.identity().toSign(),
                        party.signature()))
        .isPresent();
  }

  private SignatureChecks checks() {
    return new SignatureChecks(crypto);
  }
}
