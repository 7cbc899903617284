package org.epione.matching.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** A patient who is never paired again with somebody of another or the same hospital: her side. */
@Entity
@Table(name = "matching_block")
@NamedQuery(
    name = "Block.between",
    query =
        "select b from Block b where b.account = :account and b.hospital = :hospital and"
            + " b.peerHospital = :peer order by b.blockedAt desc")
public class Block {

  @Id
  @Column(length = 36)
  private String id;

  @Column(nullable = false, length = 36, updatable = false)
  private String account;

  @Column(nullable = false, length = 32, updatable = false)
  private String hospital;

  @Column(name = "peer_hospital", nullable = false, length = 32, updatable = false)
  private String peerHospital;

  @Column(name = "protected_secret", nullable = false, updatable = false)
  private byte[] protectedSecret;

  @Column(name = "blocked_at", nullable = false, updatable = false)
  private Instant blockedAt;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Block() {}

  /** A new one. */
  public Block(
      UUID id,
      AccountId account,
      PartyCode hospital,
      PartyCode peerHospital,
      byte[] protectedSecret,
      Instant now) {
    this.id = id.toString();
    this.account = account.toString();
    this.hospital = hospital.value();
    this.peerHospital = peerHospital.value();
    this.protectedSecret = protectedSecret.clone();
    this.blockedAt = now;
  }

  public String id() {
    return id;
  }

  /** What both hospitals know of it, under the hospital's key. */
  public byte[] protectedSecret() {
    return protectedSecret.clone();
  }

  @Override
  public String toString() {
    return "Block";
  }
}
