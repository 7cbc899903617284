package org.epione.party.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.transcript.Digest;
import org.epione.party.control.EnvelopeCheck;
import org.epione.party.entity.EnvelopeReceipt;
import org.jspecify.annotations.Nullable;

/** The transaction of one received envelope. Called by {@link Reception} only. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class EnvelopeIntake {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @Inject private EnvelopeCheck check;

  @Inject private Clock clock;

  /** Verifies, notes and handles. */
  public void take(byte[] message) throws MessageRejectedException {
    EnvelopeCheck.Checked checked = check.check(message);
    ReceivedEnvelope envelope = checked.envelope();
    String id = envelope.from() + "/" + envelope.id().hex();
    String digest = Digest.of(message).hex();
    @Nullable EnvelopeReceipt before = entities.find(EnvelopeReceipt.class, id);
    if (before != null) {
      if (!before.digest().equals(digest)) {
        throw new MessageRejectedException("its id was used for another envelope");
      }
      return;
    }
    entities.persist(
        new EnvelopeReceipt(id, digest, envelope.type(), envelope.to().value(), clock.instant()));
    // Two deliveries at once: the key decides here, before the handler does anything.
    entities.flush();
    try {
      checked.handler().handle(envelope);
    } catch (MalformedEncodingException malformed) {
      throw new MessageRejectedException("The message is malformed.", malformed);
    }
  }
}
