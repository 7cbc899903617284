package org.epione.outbox.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which server instance relays. There is one row. */
@Entity
@Table(name = "outbox_lease")
public class OutboxLease {

  /** The id of the one row. */
  public static final int ID = 1;

  @Id private int id;

  @Column(length = 64)
  private @Nullable String holder;

  @Column(name = "held_until", nullable = false)
  private Instant heldUntil;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected OutboxLease() {}

  /** Takes or renews the lease; false while another instance has it. */
  public boolean take(String instance, Instant now, Instant until) {
    if (!instance.equals(holder) && heldUntil.isAfter(now)) {
      return false;
    }
    holder = instance;
    heldUntil = until;
    return true;
  }

  /** Gives the lease up, if that instance has it. */
  public void release(String instance, Instant now) {
    if (instance.equals(holder)) {
      heldUntil = now;
    }
  }
}
