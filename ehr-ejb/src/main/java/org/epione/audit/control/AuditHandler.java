package org.epione.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.epione.cloud.boundary.CheckResult;
import org.epione.party.boundary.EnvelopeHandler;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.ReceivedEnvelope;

/** Takes the cloud's answers to checks. */
@ApplicationScoped
public class AuditHandler implements EnvelopeHandler {

  @Inject private EpisodeChecks checks;

  @Override
  public Set<String> types() {
    return Set.of(CheckResult.TYPE);
  }

  @Override
  public void handle(ReceivedEnvelope envelope) throws MessageRejectedException {
    CheckResult result = CheckResult.decode(envelope.payload());
    if (!envelope
        .inReplyTo()
        .map(asked -> checks.answered(asked, envelope.from(), result))
        .orElse(false)) {
      throw new MessageRejectedException("Nobody asked this party for this check.");
    }
  }
}
