package org.epione.matching.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/**
 * What a patient's browser needs to know her matching password again. It opens nothing by itself.
 */
@Entity
@Table(name = "matching_vault")
public class Vault {

  @Id
  @Column(length = 36)
  private String account;

  @Column(nullable = false, length = 32, updatable = false)
  private String hospital;

  @Column(nullable = false, updatable = false)
  private byte[] salt;

  @Column(nullable = false, updatable = false)
  private byte[] probe;

  @Column(name = "set_at", nullable = false, updatable = false)
  private Instant setAt;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Vault() {}

  /** A new one. */
  public Vault(AccountId account, PartyCode hospital, byte[] salt, byte[] probe, Instant now) {
    this.account = account.toString();
    this.hospital = hospital.value();
    this.salt = salt.clone();
    this.probe = probe.clone();
    this.setAt = now;
  }

  /** Salt and cost of the password. */
  public byte[] salt() {
    return salt.clone();
  }

  /** Sealed by the browser: opens with the right password only. */
  public byte[] probe() {
    return probe.clone();
  }

  @Override
  public String toString() {
    return "Vault";
  }
}
