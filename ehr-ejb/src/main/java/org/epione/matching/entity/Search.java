package org.epione.matching.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.epione.ledger.identity.Pid;
import org.epione.matching.boundary.Reach;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.jspecify.annotations.Nullable;

/** A patient looks for others with her symptom, which only her browser can open. */
@Entity
@Table(name = "matching_search")
@NamedQuery(
    name = "Search.running",
    query = "select s from Search s where s.account = :account and s.endedAt is null")
@NamedQuery(
    name = "Search.ofHospital",
    query = "select s from Search s where s.hospital = :hospital and s.endedAt is null")
@NamedQuery(
    name = "Search.begunSince",
    query = "select count(s) from Search s where s.account = :account and s.begunAt > :since")
@NamedQuery(
    name = "Search.allRunning",
    query = "select s from Search s where s.endedAt is null and s.endsAt >= :now")
@NamedQuery(
    name = "Search.overdue",
    query = "select s from Search s where s.endedAt is null and s.endsAt < :now")
public class Search {

  @Id
  @Column(length = 256)
  private String pseudonym;

  @Column(nullable = false, length = 36, updatable = false)
  private String account;

  @Column(nullable = false, length = 32, updatable = false)
  private String hospital;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16, updatable = false)
  private Reach reach;

  @Column(nullable = false, updatable = false)
  private byte[] certificate;

  @Column private byte @Nullable [] sealed;

  @Column(name = "begun_at", nullable = false, updatable = false)
  private Instant begunAt;

  @Column(name = "ends_at", nullable = false, updatable = false)
  private Instant endsAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Search() {}

  /** One that begins. */
  public Search(
      Pid pseudonym,
      AccountId account,
      PartyCode hospital,
      Reach reach,
      byte[] certificate,
      byte[] sealed,
      Instant begunAt,
      Instant endsAt) {
    this.pseudonym = pseudonym.hex();
    this.account = account.toString();
    this.hospital = hospital.value();
    this.reach = reach;
    this.certificate = certificate.clone();
    this.sealed = sealed.clone();
    this.begunAt = begunAt;
    this.endsAt = endsAt;
  }

  /** No more comparisons; the symptom is forgotten. */
  public void end(Instant now) {
    endedAt = now;
    sealed = null;
  }

  public boolean isRunning(Instant now) {
    return endedAt == null && !endsAt.isBefore(now);
  }

  /** Whether it is for patients of that hospital too. */
  public boolean reaches(PartyCode other) {
    return reach == Reach.ALL_HOSPITALS || hospital.equals(other.value());
  }

  public Pid pseudonym() {
    return Pid.ofHex(pseudonym);
  }

  public AccountId account() {
    return AccountId.of(account);
  }

  public PartyCode hospital() {
    return new PartyCode(hospital);
  }

  public Reach reach() {
    return reach;
  }

  public byte[] certificate() {
    return certificate.clone();
  }

  /** The symptom as the browser sealed it, while it runs. */
  public Optional<byte[]> sealed() {
    return Optional.ofNullable(sealed).map(byte[]::clone);
  }

  public Instant begunAt() {
    return begunAt;
  }

  public Instant endsAt() {
    return endsAt;
  }

  @Override
  public String toString() {
    return "Search";
  }
}
