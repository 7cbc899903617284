package org.epione.forgetting.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.ServerKeys;
import org.epione.forgetting.entity.HeldReceipt;
import org.epione.ledger.forgetting.DestructionReceipt;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.erasure.ForgottenPatient;
import org.epione.platform.erasure.ForgottenRegister;
import org.epione.platform.erasure.HeldErasure;
import org.epione.platform.identity.PartyCode;

/**
 * The system manager's side: destroys what it holds for a hospital's patient, remembers that it
 * takes nothing more, and signs for it. A hospital can order that of its own patients only.
 */
@ApplicationScoped
public class HeldDestruction {

  private static final PartyCode SELF = PartyCode.SYSTEM_MANAGER;

  @EJB private Post post;
  @EJB private ServerKeys keys;
  @Inject private Instance<HeldErasure> erasures;
  @Inject private ForgottenRegister forgotten;
  @Inject private ForgettingRegister register;
  @Inject private ForgettingTimes times;

  /** {@code forgetting.order}. The same again gets the same answer. */
  void ordered(ReceivedEnvelope envelope) throws MessageRejectedException {
    ForgettingHandler.require(envelope.to().equals(SELF), "This is for the system manager.");
    OrderMessage message = OrderMessage.decode(envelope.payload());
    Digest order = Digest.of(envelope.payload());
    Optional<HeldReceipt> before = register.takeReceipt(envelope.from(), message.account());
    byte[] receipt =
        before
            .filter(each -> each.answers(order))
            .map(HeldReceipt::receipt)
            .orElseGet(() -> carryOut(message.patientOf(envelope.from()), order, before));
    post.send(SELF, envelope.from(), DestructionReceipt.TYPE, receipt, Optional.of(envelope.id()));
  }

  private byte[] carryOut(ForgottenPatient patient, Digest order, Optional<HeldReceipt> before) {
    Instant now = times.now();
    forgotten.remember(SELF, patient, now);
    List<DestructionReceipt.Entry> entries =
        erasures.stream()
            .sorted(Comparator.comparing(HeldErasure::what))
            .map(each -> new DestructionReceipt.Entry(each.what().name(), each.erase(patient)))
            .toList();
    byte[] signature = keys.sign(SELF, DestructionReceipt.toSign(order, entries, now));
    byte[] receipt = new DestructionReceipt(order, entries, now, ByteString.of(signature)).encode();
    if (before.isPresent()) {
      before.get().answer(order, receipt, now);
    } else {
      register.add(new HeldReceipt(patient.hospital(), patient.account(), order, receipt, now));
    }
    return receipt;
  }
}
