package org.epione.emergency.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.epione.party.boundary.EnvelopeHandler;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.ReceivedEnvelope;

/** Brings each envelope about emergencies to the side that it is for. */
@ApplicationScoped
public class EmergencyHandler implements EnvelopeHandler {

  @Inject private EmergencyIntake intake;
  @Inject private Opening opening;

  @Override
  public Set<String> types() {
    return Set.of(
        DepositedMessage.TYPE,
        DeclinedMessage.TYPE,
        DestroyedMessage.TYPE,
        EmergencyAskedMessage.TYPE,
        EmergencyAnsweredMessage.TYPE,
        ReviewedMessage.TYPE);
  }

  @Override
  public void handle(ReceivedEnvelope envelope) throws MessageRejectedException {
    switch (envelope.type()) {
      case DepositedMessage.TYPE -> intake.deposited(envelope);
      case DeclinedMessage.TYPE -> intake.declined(envelope);
      case DestroyedMessage.TYPE -> intake.destroyed(envelope);
      case EmergencyAskedMessage.TYPE -> intake.asked(envelope);
      case ReviewedMessage.TYPE -> intake.reviewed(envelope);
      default -> opening.answered(envelope);
    }
  }

  static void require(boolean holds, String otherwise) throws MessageRejectedException {
    if (!holds) {
      throw new MessageRejectedException(otherwise);
    }
  }
}
