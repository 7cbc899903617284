package org.epione.matching.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.epione.ledger.identity.Pid;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.jspecify.annotations.Nullable;

/** A conversation that a patient disclosed to her hospital, as it was then. */
@Entity
@Table(name = "matching_report")
@NamedQuery(
    name = "Report.ofHospital",
    query = "select r from Report r where r.hospital = :hospital order by r.reportedAt desc")
@NamedQuery(
    name = "Report.waiting",
    query = "select count(r) from Report r where r.hospital = :hospital and r.closedAt is null")
@NamedQuery(
    name = "Report.ofExchange",
    query = "select count(r) from Report r where r.exchange = :exchange")
public class Report {

  @Id
  @Column(length = 36)
  private String id;

  @Column(name = "exchange_id", nullable = false, length = 36, updatable = false)
  private String exchange;

  @Column(nullable = false, length = 36, updatable = false)
  private String account;

  @Column(nullable = false, length = 32, updatable = false)
  private String hospital;

  @Column(nullable = false, length = 256, updatable = false)
  private String peer;

  @Column(name = "peer_hospital", nullable = false, length = 32, updatable = false)
  private String peerHospital;

  @Column(name = "protected_reason", nullable = false, updatable = false)
  private byte[] protectedReason;

  @Column(name = "protected_conversation", nullable = false, updatable = false)
  private byte[] protectedConversation;

  @Column(name = "reported_at", nullable = false, updatable = false)
  private Instant reportedAt;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  @Column(name = "closed_by", length = 36)
  private @Nullable String closedBy;

  @Column(name = "protected_note")
  private byte @Nullable [] protectedNote;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Report() {}

  /** A new one. */
  public Report(
      UUID id,
      Exchange exchange,
      byte[] protectedReason,
      byte[] protectedConversation,
      Instant now) {
    this.id = id.toString();
    this.exchange = exchange.id().toString();
    this.account = exchange.account().toString();
    this.hospital = exchange.hospital().value();
    this.peer = exchange.peer().hex();
    this.peerHospital = exchange.peerHospital().value();
    this.protectedReason = protectedReason.clone();
    this.protectedConversation = protectedConversation.clone();
    this.reportedAt = now;
  }

  /** An administrator looked into it. */
  public void close(AccountId by, byte[] note, Instant now) {
    closedBy = by.toString();
    protectedNote = note.clone();
    closedAt = now;
  }

  public String id() {
    return id;
  }

  /** Who reported it. */
  public AccountId account() {
    return AccountId.of(account);
  }

  public PartyCode hospital() {
    return new PartyCode(hospital);
  }

  public Pid peer() {
    return Pid.ofHex(peer);
  }

  public PartyCode peerHospital() {
    return new PartyCode(peerHospital);
  }

  public byte[] protectedReason() {
    return protectedReason.clone();
  }

  public byte[] protectedConversation() {
    return protectedConversation.clone();
  }

  public Instant reportedAt() {
    return reportedAt;
  }

  public Optional<Instant> closedAt() {
    return Optional.ofNullable(closedAt);
  }

  public Optional<byte[]> protectedNote() {
    return Optional.ofNullable(protectedNote).map(byte[]::clone);
  }

  @Override
  public String toString() {
    return "Report";
  }
}
