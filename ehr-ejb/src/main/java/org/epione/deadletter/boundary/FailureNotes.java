package org.epione.deadletter.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.epione.deadletter.entity.FailureReason;
import org.jspecify.annotations.Nullable;

/** Writes reasons of failures, whatever becomes of the transaction that failed. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FailureNotes {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @Inject private Clock clock;

  /** Notes that the message with this digest failed. */
  public void write(String digest, String reason) {
    @Nullable FailureReason note = entities.find(FailureReason.class, digest);
    if (note == null) {
      note = new FailureReason(digest);
      note.failed(reason, clock.instant());
      entities.persist(note);
    } else {
      note.failed(reason, clock.instant());
    }
  }
}
