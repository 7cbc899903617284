package org.epione.emergency.control;

import static org.epione.emergency.control.EmergencyHandler.require;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.custody.boundary.EscrowPurpose;
import org.epione.custody.boundary.EscrowShares;
import org.epione.custody.boundary.EscrowTerms;
import org.epione.emergency.boundary.EmergencyCaseState;
import org.epione.emergency.entity.AskedFacts;
import org.epione.emergency.entity.EmergencyCase;
import org.epione.emergency.entity.EmergencyShare;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.party.boundary.ReceivingKeys;
import org.epione.party.boundary.SealedTexts;
import org.epione.party.boundary.Written;
import org.epione.platform.erasure.ForgottenRegister;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.sharing.boundary.EmergencyRequests;

/** What hospitals send to the system manager: shares, refusals, emergencies, and findings. */
@ApplicationScoped
public class EmergencyIntake {

  private static final PartyCode SELF = PartyCode.SYSTEM_MANAGER;
  private static final String TOPIC = EmergencyAskedMessage.TOPIC;

  @EJB private EmergencyRequests requests;
  @EJB private EscrowShares escrows;
  @EJB private Post post;
  @EJB private ReceivingKeys receivingKeys;
  @EJB private SealedTexts texts;
  @Inject private EmergencyCaseRegister register;
  @Inject private ShareRegister shares;
  @Inject private ForgottenRegister forgotten;
  @Inject private EmergencyTimes times;
  @Inject private CryptoSuite crypto;

  /** {@code emergency.deposited}. What is older than what is known changes nothing. */
  void deposited(ReceivedEnvelope envelope) throws MessageRejectedException {
    requireForUs(envelope);
    DepositedMessage message = DepositedMessage.decode(envelope.payload());
    EscrowTerms terms = message.terms();
    require(
        terms.purpose() == EscrowPurpose.EMERGENCY,
        "The share is of an escrow for another purpose.");
    require(
        terms.hospital().equals(envelope.from()) && terms.second().equals(SELF),
        "The share is of another hospital, or for another party.");
    require(
        escrows.isShare(terms, receivingKeys.require(envelope.from()), message.share()),
        "The share is not the one that was committed to.");
    if (forgotten.isForgotten(SELF, terms.hospital(), terms.account())) {
      return;
    }
    EmergencyShare row = take(envelope.from(), terms.account());
    if (row.isBefore(message.made())) {
      row.keep(terms, message.share(), message.made());
    }
  }

  /** {@code emergency.declined}: the share is destroyed, and the hospital is told so. */
  void declined(ReceivedEnvelope envelope) throws MessageRejectedException {
    requireForUs(envelope);
    DeclinedMessage message = DeclinedMessage.decode(envelope.payload());
    if (forgotten.isForgotten(SELF, envelope.from(), message.account())) {
      return;
    }
    EmergencyShare row = take(envelope.from(), message.account());
    if (!message.at().isBefore(row.changed())) {
      row.destroy(message.at());
    }
    post.send(
        SELF,
        envelope.from(),
        DestroyedMessage.TYPE,
        new DestroyedMessage(message.account(), message.at()).encode(),
        Optional.empty());
  }

  /** {@code emergency.destroyed}, at the hospital. */
  void destroyed(ReceivedEnvelope envelope) throws MessageRejectedException {
    require(envelope.from().equals(SELF), "Only the system manager says this.");
    DestroyedMessage message = DestroyedMessage.decode(envelope.payload());
    if (forgotten.isForgotten(envelope.to(), envelope.to(), message.account())) {
      return;
    }
    require(
        shares.find(envelope.to(), envelope.to(), message.account()).isPresent(),
        "There is no such patient here.");
    shares
        .choice(message.account())
        .ifPresent(choice -> choice.destroyed(message.at(), times.now()));
  }

  /** {@code emergency.asked}. */
  void asked(ReceivedEnvelope envelope) throws MessageRejectedException {
    requireForUs(envelope);
    EmergencyAskedMessage message = EmergencyAskedMessage.decode(envelope.payload());
    AskedFacts facts = message.facts();
    require(!facts.asker().equals(facts.confirmer()), "Nobody confirms what she asks for herself.");
    // Of low order or not canonical, it would be found out at the release only.
    crypto.hpke().decodePublicKey(facts.key().bytes());
    if (forgotten.isForgotten(SELF, envelope.from(), facts.account())) {
      return;
    }
    String id = message.id().hex();
    require(register.take(id).isEmpty(), "An emergency of this id is known already.");
    Written text = texts.open(TOPIC, SELF, envelope.from(), id, message.text().bytes());
    Written confirmer =
        texts.open(TOPIC, SELF, envelope.from(), id, message.confirmerText().bytes());
    register.add(
        new EmergencyCase(
            id,
            envelope.from(),
            facts,
            texts.protect(TOPIC, SELF, id, text),
            texts.protect(TOPIC, SELF, id, confirmer),
            times.now()));
  }

  /** {@code emergency.reviewed}: nothing can be read after it. */
  void reviewed(ReceivedEnvelope envelope) throws MessageRejectedException {
    requireForUs(envelope);
    ReviewedMessage message = ReviewedMessage.decode(envelope.payload());
    String id = message.id().hex();
    EmergencyCase taken =
        register
            .take(id)
            .filter(found -> found.hospital().equals(envelope.from()))
            .orElseThrow(() -> new MessageRejectedException("There is no such emergency."));
    Written finding = texts.open(TOPIC, SELF, envelope.from(), id, message.text().bytes());
    if (taken.state(times.now()) == EmergencyCaseState.RELEASED) {
      taken.review(message.justified(), texts.protect(TOPIC, SELF, id, finding), times.now());
      requests.destroyKeys(id);
    }
  }

  private EmergencyShare take(PartyCode hospital, AccountId account) {
    return shares.take(SELF, hospital, account, Instant.EPOCH);
  }

  private static void requireForUs(ReceivedEnvelope envelope) throws MessageRejectedException {
    require(envelope.to().equals(SELF), "This is for the system manager.");
  }
}
