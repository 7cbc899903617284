package org.epione.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/** That a person is signed in somewhere. */
@Entity
@Table(name = "account_session")
@NamedQuery(
    name = "AccountSession.ofAccount",
    query =
        "select s from AccountSession s where s.account = :account and s.lastUsed > :since"
            + " order by s.begun desc")
@NamedQuery(
    name = "AccountSession.among",
    query = "select s from AccountSession s where s.id in :ids")
@NamedQuery(
    name = "AccountSession.silent",
    query = "delete from AccountSession s where s.lastUsed <= :since")
public class AccountSession {

  @Id
  @Column(length = 64)
  private String id;

  @Column(nullable = false, updatable = false, length = 36)
  private String account;

  @Column(nullable = false, updatable = false)
  private Instant begun;

  @Column(name = "last_used", nullable = false)
  private Instant lastUsed;

  @Column(name = "sealed_origin", nullable = false, updatable = false)
  private byte[] sealedOrigin;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected AccountSession() {}

  /** One that begins now. */
  public AccountSession(String id, String account, byte[] sealedOrigin, Instant now) {
    this.id = id;
    this.account = account;
    this.begun = now;
    this.lastUsed = now;
    this.sealedOrigin = sealedOrigin.clone();
  }

  /** It was used at that time. */
  public void used(Instant at) {
    lastUsed = at;
  }

  public String id() {
    return id;
  }

  public String account() {
    return account;
  }

  public Instant begun() {
    return begun;
  }

  public Instant lastUsed() {
    return lastUsed;
  }

  /** Address and browser, sealed. */
  public byte[] sealedOrigin() {
    return sealedOrigin.clone();
  }
}
