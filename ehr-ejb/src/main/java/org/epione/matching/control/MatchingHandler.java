package org.epione.matching.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.epione.party.boundary.EnvelopeHandler;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.ReceivedEnvelope;

/** Brings each envelope between hospitals to what it is about. */
@ApplicationScoped
public class MatchingHandler implements EnvelopeHandler {

  @Inject private Pairing pairing;
  @Inject private Exchanges exchanges;
  @Inject private Conversations conversations;

  @Override
  public Set<String> types() {
    return Set.of(
        LookingMessage.TYPE,
        EndedMessage.TYPE,
        StepMessage.TYPE,
        SaidMessage.TYPE,
        LeftMessage.TYPE);
  }

  @Override
  public void handle(ReceivedEnvelope envelope) throws MessageRejectedException {
    switch (envelope.type()) {
      case LookingMessage.TYPE -> pairing.looking(envelope);
      case EndedMessage.TYPE -> pairing.ended(envelope);
      case StepMessage.TYPE -> exchanges.stepped(envelope);
      case SaidMessage.TYPE -> conversations.said(envelope);
      case LeftMessage.TYPE -> conversations.left(envelope);
      default -> throw new MessageRejectedException("The message is of an unknown type.");
    }
  }
}
