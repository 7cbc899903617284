package org.epione.recovery.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.epione.party.boundary.EnvelopeHandler;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.ReceivedEnvelope;

/** Brings each envelope about shares and recoveries to the side that it is for. */
@ApplicationScoped
public class RecoveryHandler implements EnvelopeHandler {

  @Inject private CaseIntake cases;
  @Inject private Answers answers;

  @Override
  public Set<String> types() {
    return Set.of(
        DepositedMessage.TYPE, AskedMessage.TYPE, AnsweredMessage.TYPE, EndedMessage.TYPE);
  }

  @Override
  public void handle(ReceivedEnvelope envelope) throws MessageRejectedException {
    switch (envelope.type()) {
      case DepositedMessage.TYPE -> cases.deposited(envelope);
      case AskedMessage.TYPE -> cases.asked(envelope);
      case EndedMessage.TYPE -> cases.ended(envelope);
      default -> answers.answered(envelope);
    }
  }

  static void require(boolean holds, String otherwise) throws MessageRejectedException {
    if (!holds) {
      throw new MessageRejectedException(otherwise);
    }
  }
}
