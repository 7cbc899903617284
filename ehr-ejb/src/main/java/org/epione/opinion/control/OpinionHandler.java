package org.epione.opinion.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.epione.party.boundary.EnvelopeHandler;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.ReceivedEnvelope;

/** Brings each message about a second opinion to the side that it is for. */
@ApplicationScoped
public class OpinionHandler implements EnvelopeHandler {

  @Inject private OpinionAsking asking;
  @Inject private OpinionAnswering answering;
  @Inject private OpinionVisits visits;
  @Inject private VisitDesk desk;

  @Override
  public Set<String> types() {
    return Set.of(
        QuestionMessage.TYPE,
        AnswerMessage.TYPE,
        VisitMessage.TYPE,
        VisitedMessage.TYPE,
        OutcomeMessage.TYPE);
  }

  @Override
  public void handle(ReceivedEnvelope envelope) throws MessageRejectedException {
    switch (envelope.type()) {
      case QuestionMessage.TYPE -> answering.asked(envelope);
      case AnswerMessage.TYPE -> asking.answered(envelope);
      case VisitMessage.TYPE -> desk.arrived(envelope);
      case VisitedMessage.TYPE -> visits.done(envelope);
      case OutcomeMessage.TYPE -> desk.outcome(envelope);
      default -> throw new MessageRejectedException("The message is of an unknown type.");
    }
  }
}
