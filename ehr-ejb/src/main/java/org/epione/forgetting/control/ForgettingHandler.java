package org.epione.forgetting.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.epione.ledger.forgetting.DestructionReceipt;
import org.epione.party.boundary.EnvelopeHandler;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.ReceivedEnvelope;

/** Brings each envelope about forgetting to the side that it is for. */
@ApplicationScoped
public class ForgettingHandler implements EnvelopeHandler {

  @Inject private HeldDestruction held;
  @Inject private Certification certification;

  @Override
  public Set<String> types() {
    return Set.of(OrderMessage.TYPE, DestructionReceipt.TYPE);
  }

  @Override
  public void handle(ReceivedEnvelope envelope) throws MessageRejectedException {
    if (envelope.type().equals(OrderMessage.TYPE)) {
      held.ordered(envelope);
    } else {
      certification.destroyed(envelope);
    }
  }

  static void require(boolean holds, String otherwise) throws MessageRejectedException {
    if (!holds) {
      throw new MessageRejectedException(otherwise);
    }
  }
}
