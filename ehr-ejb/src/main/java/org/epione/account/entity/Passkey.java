package org.epione.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A passkey of an account: the public key of an authenticator, and how it was used last. */
@Entity
@Table(name = "passkey")
@NamedQuery(
    name = "Passkey.ofAccount",
    query = "select p from Passkey p where p.account = :account order by p.added, p.id")
@NamedQuery(
    name = "Passkey.removeOfAccount",
    query = "delete from Passkey p where p.account = :account")
@NamedQuery(
    name = "Passkey.removeChallenges",
    query = "delete from PasskeyChallenge c where c.account = :account")
public class Passkey {

  @Id
  @Column(length = 64)
  private String id;

  @Column(nullable = false, updatable = false, length = 36)
  private String account;

  @Column(name = "relying_party", nullable = false, updatable = false, length = 253)
  private String relyingParty;

  @Column(name = "attested_credential", nullable = false, updatable = false)
  private byte[] attestedCredential;

  @Column(name = "sealed_name", nullable = false, updatable = false)
  private byte[] sealedName;

  @Column(nullable = false, updatable = false, length = 128)
  private String transports;

  @Column(name = "backup_eligible", nullable = false, updatable = false)
  private boolean backupEligible;

  @Column(name = "signature_counter", nullable = false)
  private long signatureCounter;

  @Column(nullable = false, updatable = false)
  private Instant added;

  @Column(name = "last_used")
  private @Nullable Instant lastUsed;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Passkey() {}

  /** What an authenticator has made just now. */
  public Passkey(
      String account, String relyingParty, NewPasskey made, byte[] sealedName, Instant now) {
    this.id = made.id();
    this.account = account;
    this.relyingParty = relyingParty;
    this.attestedCredential = made.attestedCredential().bytes();
    this.sealedName = sealedName.clone();
    this.transports = String.join(",", made.transports());
    this.backupEligible = made.backupEligible();
    this.signatureCounter = made.signatureCounter();
    this.added = now;
  }

  /** Somebody has signed in by it. */
  public void used(long counter, Instant now) {
    signatureCounter = counter;
    lastUsed = now;
  }

  /** SHA-256 of the credential's id, in hexadecimal. */
  public String id() {
    return id;
  }

  public String account() {
    return account;
  }

  /** The host that it is bound to. */
  public String relyingParty() {
    return relyingParty;
  }

  /** Credential's id and public key, as authenticators encode them (WebAuthn, section 6.5.1). */
  public byte[] attestedCredential() {
    return attestedCredential.clone();
  }

  public byte[] sealedName() {
    return sealedName.clone();
  }

  /** How browsers reach the authenticator, with commas; may be empty. */
  public String transports() {
    return transports;
  }

  /** Whether its maker may copy it to other devices of the same person. */
  public boolean isBackupEligible() {
    return backupEligible;
  }

  /** What the authenticator counted last; 0 where it does not count. */
  public long signatureCounter() {
    return signatureCounter;
  }

  public Instant added() {
    return added;
  }

  public Optional<Instant> lastUsed() {
    return Optional.ofNullable(lastUsed);
  }
}
