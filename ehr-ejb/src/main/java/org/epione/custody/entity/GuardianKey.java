package org.epione.custody.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.epione.custody.boundary.Acting;

/** A minor's keys, wrapped under keys of one guardian. */
@Entity
@Table(name = "guardian_key")
public class GuardianKey {

  @Id
  @Column(length = 80)
  private String id;

  @Column(name = "for_reading", nullable = false, updatable = false)
  private byte[] forReading;

  @Column(name = "for_acts", nullable = false, updatable = false)
  private byte[] forActs;

  @Column(name = "ends_at", nullable = false, updatable = false)
  private Instant endsAt;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected GuardianKey() {}

  /** What the guardian opens until then. */
  public GuardianKey(Acting acting, byte[] forReading, byte[] forActs, Instant endsAt) {
    this.id = id(acting);
    this.forReading = forReading.clone();
    this.forActs = forActs.clone();
    this.endsAt = endsAt;
  }

  /** The row of a guardian and a minor. */
  public static String id(Acting acting) {
    return acting.account() + "/" + acting.by();
  }

  public byte[] forReading() {
    return forReading.clone();
  }

  public byte[] forActs() {
    return forActs.clone();
  }

  /** From then on it opens nothing, whether it was destroyed yet or not. */
  public Instant endsAt() {
    return endsAt;
  }
}
