package org.epione.emergency.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.epione.platform.identity.AccountId;
import org.jspecify.annotations.Nullable;

/** Whether a patient refuses emergencies. */
@Entity
@Table(name = "emergency_choice")
public class EmergencyChoice {

  @Id
  @Column(length = 36)
  private String account;

  @Column(nullable = false)
  private boolean refused;

  @Column(nullable = false)
  private Instant changed;

  @Column(name = "second_destroyed")
  private @Nullable Instant secondDestroyed;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected EmergencyChoice() {}

  /** She decides for the first time. */
  public EmergencyChoice(AccountId account, Instant now) {
    this.account = account.toString();
    this.changed = now;
  }

  /** She decides. */
  public void decide(boolean refuses, Instant now) {
    refused = refuses;
    changed = now;
    secondDestroyed = null;
  }

  /** The system manager says that it destroyed its share, for the refusal of that time. */
  public void destroyed(Instant refusal, Instant when) {
    if (refused && changed.equals(refusal)) {
      secondDestroyed = when;
    }
  }

  public boolean refused() {
    return refused;
  }

  public Instant changed() {
    return changed;
  }

  public Optional<Instant> secondDestroyed() {
    return Optional.ofNullable(secondDestroyed);
  }
}
