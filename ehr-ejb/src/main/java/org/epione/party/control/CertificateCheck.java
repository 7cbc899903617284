package org.epione.party.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.PartyKind;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/**
 * Whether a party's certificate is signed by the system manager, valid now, and has usable keys.
 */
@ApplicationScoped
public class CertificateCheck {

  @Inject private CryptoSuite crypto;

  @Inject private Clock clock;

  /** Refuses a certificate that is not acceptable. */
  public void require(
      PartyCertificate certificate, Supplier<Optional<PartyCertificate>> systemManager) {
    if (!PartyCode.isValid(certificate.code())) {
      throw refused("Its code cannot be a party's.");
    }
    if (!certificate.identity().validity().includes(clock.instant())) {
      throw refused("It is not valid now.");
    }
    boolean own = certificate.code().equals(PartyCode.SYSTEM_MANAGER.value());
    if (own != (certificate.kind() == PartyKind.SYSTEM_MANAGER)) {
      throw refused("Only the system manager may be one.");
    }
    Optional<PartyCertificate> known = systemManager.get();
    if (!own && known.isEmpty()) {
      throw refused("The system manager is not known yet.");
    }
    PartyCertificate issuer = known.orElse(certificate);
    if (!certificate.identity().issuer().equals(issuer.pid()) || !isSignedBy(issuer, certificate)) {
      throw refused("The system manager did not sign it.");
    }
  }

  private boolean isSignedBy(PartyCertificate issuer, PartyCertificate certificate) {
    try {
      crypto.ed25519().decodePublicKey(certificate.identity().signingKey().bytes());
      crypto.hpke().decodePublicKey(certificate.identity().receivingKey().bytes());
      return crypto
          .ed25519()
          .verify(
              crypto.ed25519().decodePublicKey(issuer.identity().signingKey().bytes()),
              certificate.identity().toSign(),
              certificate.signature().bytes());
    } catch (MalformedEncodingException unusableKey) {
      return false;
    }
  }

  private static RefusedException refused(String detail) {
    return new RefusedException(ErrorCode.CERTIFICATE_REFUSED, detail);
  }
}
