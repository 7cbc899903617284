package org.epione.forgetting.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.RecordId;
import org.epione.custody.boundary.ServerKeys;
import org.epione.forgetting.entity.ForgettingCase;
import org.epione.forgetting.entity.ForgettingStep;
import org.epione.ledger.forgetting.DestructionReceipt;
import org.epione.ledger.forgetting.ForgettingCertificate;
import org.epione.ledger.identity.KeyLengths;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.erasure.ForgottenPatient;
import org.epione.platform.identity.PartyCode;

/** The system manager's receipts, and the hospital's certificate when all is destroyed. */
@ApplicationScoped
public class Certification {

  private static final ByteString UNSIGNED = ByteString.of(new byte[KeyLengths.ED25519_SIGNATURE]);

  @EJB private Parties parties;
  @EJB private ServerKeys keys;
  @Inject private ForgettingRegister register;
  @Inject private ForgettingTimes times;
  @Inject private CryptoSuite crypto;

  /** {@code forgetting.destroyed}: kept only if the system manager signed it for that order. */
  void destroyed(ReceivedEnvelope envelope) throws MessageRejectedException {
    ForgettingHandler.require(
        envelope.from().equals(PartyCode.SYSTEM_MANAGER), "Only the system manager says this.");
    DestructionReceipt message = DestructionReceipt.decode(envelope.payload());
    ForgettingCase ordered =
        register
            .takeByOrder(envelope.to(), message.order())
            .orElseThrow(() -> new MessageRejectedException("Nothing like this was ordered here."));
    ForgettingHandler.require(isBySystemManager(message), "The receipt is not signed.");
    ordered.receive(envelope.payload());
  }

  private boolean isBySystemManager(DestructionReceipt message) throws MessageRejectedException {
    ByteString key =
        parties
            .certificate(PartyCode.SYSTEM_MANAGER)
            .orElseThrow(() -> new MessageRejectedException("The system manager is not known."))
            .identity()
            .signingKey();
    try {
      return crypto
          .ed25519()
          .verify(
              crypto.ed25519().decodePublicKey(key.bytes()),
              message.toSign(),
              message.signature().bytes());
    } catch (MalformedEncodingException e) {
      throw new MessageRejectedException("The system manager's key is malformed.", e);
    }
  }

  /** Signs the certificate if the receipt has come; until then, it waits. */
  void certify(ForgettingCase taken, ForgottenPatient patient) {
    taken.receipt().ifPresent(receipt -> certify(taken, patient, ByteString.of(receipt)));
  }

  private void certify(ForgettingCase taken, ForgottenPatient patient, ByteString receipt) {
    Instant now = times.now();
    ForgettingCertificate certificate =
        new ForgettingCertificate(
            ByteString.ofHex(taken.id()),
            taken.hospital().value(),
            taken.byPatient(),
            taken.asked(),
            taken.decided().orElseThrow(),
            now,
            patient.episodes().stream().map(RecordId::ofHex).toList(),
            steps(taken),
            receipt,
            UNSIGNED);
    taken.certify(
        certificate.signed(keys.sign(taken.hospital(), certificate.toSign())).encode(), now);
    register.removeHolds(taken.account());
  }

  private List<ForgettingCertificate.Step> steps(ForgettingCase taken) {
    return register.steps(taken).stream()
        .sorted(Comparator.comparing(ForgettingStep::what))
        .map(
            each -> new ForgettingCertificate.Step(each.what().name(), each.entries(), each.done()))
        .toList();
  }
}
