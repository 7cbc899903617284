package org.epione.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An account's second factor, being set up or confirmed. */
@Entity
@Table(name = "second_factor")
public class SecondFactorRow {

  @Id
  @Column(length = 36)
  private String account;

  @Column(name = "sealed_key", nullable = false)
  private byte[] sealedKey;

  @Column(nullable = false)
  private Instant begun;

  private @Nullable Instant confirmed;

  @Column(name = "last_step", nullable = false)
  private long lastStep;

  @Column(name = "recovery_salt")
  private byte @Nullable [] recoverySalt;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected SecondFactorRow() {}

  /** One that is being set up. */
  public SecondFactorRow(String account, byte[] sealedKey, Instant now) {
    this.account = account;
    this.sealedKey = sealedKey.clone();
    this.begun = now;
  }

  /** Another key, while it is being set up. */
  public void begin(byte[] anotherSealedKey, Instant now) {
    sealedKey = anotherSealedKey.clone();
    begun = now;
    lastStep = 0;
  }

  /** The code of that step was accepted; none of it or before is again. */
  public void accept(long step) {
    lastStep = step;
  }

  /** The person has shown that her authenticator has the key. */
  public void confirm(Instant now) {
    confirmed = now;
  }

  /** The salt of new recovery codes. */
  public void salt(byte[] salt) {
    recoverySalt = salt.clone();
  }

  public String account() {
    return account;
  }

  public byte[] sealedKey() {
    return sealedKey.clone();
  }

  /** Empty while it is being set up. */
  public Optional<Instant> confirmed() {
    return Optional.ofNullable(confirmed);
  }

  /** The step of the last code that was accepted; 0 before the first. */
  public long lastStep() {
    return lastStep;
  }

  public Optional<byte[]> recoverySalt() {
    return Optional.ofNullable(recoverySalt).map(byte[]::clone);
  }
}
