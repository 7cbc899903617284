package org.epione.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/** The activation code of an account, until it is used. */
@Entity
@Table(name = "invitation")
@NamedQuery(
    name = "PendingInvitation.ofFingerprints",
    query = "select i from PendingInvitation i where i.fingerprint in :fingerprints")
public class PendingInvitation {

  @Id
  @Column(length = 36)
  private String account;

  @Column(nullable = false, length = 64)
  private String fingerprint;

  @Column(name = "sealed_code", nullable = false)
  private byte[] sealedCode;

  @Column(nullable = false)
  private Instant expires;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected PendingInvitation() {}

  /** A code that was not used yet. */
  @SuppressWarnings("NullAway.Init") // the rest is set before it is kept
  public PendingInvitation(String account) {
    this.account = account;
  }

  /** Sets the code. */
  public void setCode(String newFingerprint, byte[] newSealedCode, Instant newExpires) {
    fingerprint = newFingerprint;
    sealedCode = newSealedCode;
    expires = newExpires;
  }

  public String account() {
    return account;
  }

  public String fingerprint() {
    return fingerprint;
  }

  public byte[] sealedCode() {
    return sealedCode;
  }

  public Instant expires() {
    return expires;
  }
}
