package org.epione.party.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.epione.platform.identity.PartyRole;

/** A party with its certificate. */
@Entity
@Table(name = "party")
@NamedQuery(name = "Party.all", query = "select p from Party p order by p.code")
@NamedQuery(
    name = "Party.ofRole",
    query = "select p from Party p where p.role = :role order by p.code")
@NamedQuery(name = "Party.ofPid", query = "select p from Party p where p.pid = :pid")
public class Party {

  @Id
  @Column(length = 32)
  private String code;

  @Enumerated(EnumType.STRING)
  @Column(name = "role_name", nullable = false, length = 16)
  private PartyRole role;

  @Column(name = "display_name", nullable = false, length = 200)
  private String displayName;

  @Column(nullable = false, length = 32)
  private String node;

  @Column(nullable = false, length = 256)
  private String pid;

  @Column(nullable = false)
  private byte[] certificate;

  @Column(nullable = false)
  private Instant registered;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Party() {}

  /** A party that is new in the directory. */
  @SuppressWarnings("NullAway.Init") // the rest is set before it is kept
  public Party(String code, PartyRole role, String pid, Instant registered) {
    this.code = code;
    this.role = role;
    this.pid = pid;
    this.registered = registered;
  }

  /** Sets what may change. */
  public void update(String newDisplayName, String newNode, byte[] newCertificate) {
    this.displayName = newDisplayName;
    this.node = newNode;
    this.certificate = newCertificate;
  }

  public String code() {
    return code;
  }

  public PartyRole role() {
    return role;
  }

  public String displayName() {
    return displayName;
  }

  public String node() {
    return node;
  }

  public String pid() {
    return pid;
  }

  public byte[] certificate() {
    return certificate;
  }

  /** When it was taken into the directory. */
  public Instant registered() {
    return registered;
  }
}
