package org.epione.recovery.control;

import static org.epione.recovery.control.RecoveryHandler.require;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.party.boundary.SealedTexts;
import org.epione.party.boundary.Written;
import org.epione.platform.identity.PartyCode;
import org.epione.recovery.boundary.RecoveryState;
import org.epione.recovery.entity.RecoveryRequest;

/** What the system manager answers to the hospital. */
@ApplicationScoped
public class Answers {

  @Inject private RecoveryRegister register;
  @EJB private SealedTexts texts;
  @Inject private RecoveryTimes times;

  /** {@code recovery.answered}. One that comes too late changes nothing. */
  void answered(ReceivedEnvelope envelope) throws MessageRejectedException {
    require(
        envelope.from().equals(PartyCode.SYSTEM_MANAGER), "Only the system manager answers this.");
    AnsweredMessage message = AnsweredMessage.decode(envelope.payload());
    String id = message.id().hex();
    RecoveryRequest request =
        register
            .take(id)
            .filter(found -> !found.isOfNobody() && found.party().equals(envelope.to()))
            .orElseThrow(() -> new MessageRejectedException("There is no such recovery."));
    Written text =
        texts.open(
            AskedMessage.TOPIC,
            envelope.to(),
            PartyCode.SYSTEM_MANAGER,
            id,
            message.text().bytes());
    if (request.state(times.now()) == RecoveryState.APPROVED) {
      request.answer(
          message.share(), texts.protect(AskedMessage.TOPIC, envelope.to(), id, text), times.now());
    }
  }
}
