package org.epione.supervision.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.epione.party.boundary.EnvelopeHandler;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.ReceivedEnvelope;

/** Brings each envelope about a report or appeal to the side that it is for. */
@ApplicationScoped
public class SupervisionHandler implements EnvelopeHandler {

  @Inject private Docket docket;
  @Inject private Lodging lodging;

  @Override
  public Set<String> types() {
    return Set.of(LodgedMessage.TYPE, DecidedMessage.TYPE);
  }

  @Override
  public void handle(ReceivedEnvelope envelope) throws MessageRejectedException {
    if (envelope.type().equals(LodgedMessage.TYPE)) {
      docket.lodged(envelope);
    } else {
      lodging.decided(envelope);
    }
  }
}
