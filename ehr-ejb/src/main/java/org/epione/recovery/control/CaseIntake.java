package org.epione.recovery.control;

import static org.epione.recovery.control.RecoveryHandler.require;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.custody.boundary.EscrowPurpose;
import org.epione.custody.boundary.EscrowShares;
import org.epione.custody.boundary.EscrowTerms;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.party.boundary.ReceivingKeys;
import org.epione.party.boundary.SealedTexts;
import org.epione.party.boundary.Written;
import org.epione.platform.erasure.ForgottenRegister;
import org.epione.platform.identity.PartyCode;
import org.epione.recovery.entity.RecoveryCase;
import org.epione.recovery.entity.SecondShare;

/** What hospitals send to the system manager: shares, recoveries, and how these end. */
@ApplicationScoped
public class CaseIntake {

  private static final PartyCode SELF = PartyCode.SYSTEM_MANAGER;

  @EJB private EscrowShares shares;
  @Inject private CaseRegister register;
  @Inject private ForgottenRegister forgotten;
  @EJB private ReceivingKeys receivingKeys;
  @EJB private SealedTexts texts;
  @Inject private RecoveryTimes times;
  @Inject private CryptoSuite crypto;

  /** {@code recovery.deposited}. */
  void deposited(ReceivedEnvelope envelope) throws MessageRejectedException {
    requireForUs(envelope);
    DepositedMessage message = DepositedMessage.decode(envelope.payload());
    EscrowTerms terms = message.terms();
    require(
        terms.purpose() == EscrowPurpose.LOST_PASSWORD,
        "The share is of an escrow for another purpose.");
    require(
        terms.hospital().equals(envelope.from()) && terms.second().equals(SELF),
        "The share is of another hospital, or for another party.");
    require(
        shares.isShare(terms, receivingKeys.require(envelope.from()), message.share()),
        "The share is not the one that was committed to.");
    if (forgotten.isForgotten(SELF, terms.hospital(), terms.account())) {
      return;
    }
    Optional<SecondShare> before = register.share(terms.hospital(), terms.account());
    if (before.isPresent()) {
      require(terms.epoch() >= before.get().epoch(), "A later share is kept already.");
      before.get().replace(terms, message.share(), times.now());
    } else {
      register.add(new SecondShare(terms, message.share(), times.now()));
    }
  }

  /** {@code recovery.asked}. */
  void asked(ReceivedEnvelope envelope) throws MessageRejectedException {
    requireForUs(envelope);
    AskedMessage message = AskedMessage.decode(envelope.payload());
    // Of low order or not canonical, it would be found out at the release only.
    crypto.hpke().decodePublicKey(message.key().bytes());
    if (forgotten.isForgotten(SELF, envelope.from(), message.account())) {
      return;
    }
    String id = message.id().hex();
    require(register.take(id).isEmpty(), "A recovery of this id is known already.");
    Written text =
        texts.open(AskedMessage.TOPIC, SELF, envelope.from(), id, message.text().bytes());
    register.add(
        new RecoveryCase(
            id,
            envelope.from(),
            message.account(),
            message.role(),
            message.epoch(),
            message.approver(),
            message.key().bytes(),
            texts.protect(AskedMessage.TOPIC, SELF, id, text),
            times.now(),
            message.expires()));
  }

  /** {@code recovery.ended}. */
  void ended(ReceivedEnvelope envelope) throws MessageRejectedException {
    requireForUs(envelope);
    EndedMessage message = EndedMessage.decode(envelope.payload());
    RecoveryCase taken =
        register
            .take(message.id().hex())
            .filter(found -> found.hospital().equals(envelope.from()))
            .orElseThrow(() -> new MessageRejectedException("There is no such recovery."));
    if (taken.state().isOpen()) {
      taken.end(message.how(), times.now());
    }
  }

  private static void requireForUs(ReceivedEnvelope envelope) throws MessageRejectedException {
    require(envelope.to().equals(SELF), "This is for the system manager.");
  }
}
