package org.epione.opinion.entity;

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
import org.jspecify.annotations.Nullable;

/** A question to one of this hospital's doctors, asked by another hospital. */
@Entity
@Table(name = "opinion_case")
@NamedQuery(
    name = "OpinionCase.open",
    query =
        "select c from OpinionCase c where c.hospital = :hospital"
            + " and c.state = org.epione.opinion.entity.OpinionCaseState.OPEN"
            + " order by c.receivedAt, c.id")
@NamedQuery(
    name = "OpinionCase.ofDoctor",
    query =
        "select c from OpinionCase c where c.doctorAccount = :account and c.state = :state"
            + " order by c.receivedAt, c.id")
@NamedQuery(
    name = "OpinionCase.inState",
    query = "select c from OpinionCase c where c.state = :state order by c.receivedAt, c.id")
public class OpinionCase {

  @Id
  @Column(length = 32)
  private String id;

  @Column(nullable = false, length = 32)
  private String hospital;

  @Column(nullable = false, length = 32)
  private String asking;

  @Column(nullable = false, length = 32)
  private String episode;

  @Column(nullable = false, length = 32)
  private String reference;

  @Column(name = "doctor_name", nullable = false, length = 200)
  private String doctorName;

  @Column(name = "sealed_question")
  private byte @Nullable [] sealedQuestion;

  @Column(name = "doctor_account", length = 36)
  private @Nullable String doctorAccount;

  @Column(name = "received_at", nullable = false)
  private Instant receivedAt;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16)
  private OpinionCaseState state = OpinionCaseState.OPEN;

  @Column(name = "changed_at", nullable = false)
  private Instant changedAt;

  @Version
  @Column(nullable = false)
  private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected OpinionCase() {}

  /**
   * A question that came.
   *
   * @param parties the hospital that is asked, and the one that asks
   * @param episode EID in hex, and its reference for people
   * @param sealedQuestion under the own server key
   */
  public OpinionCase(
      String id,
      Parties parties,
      Asked episode,
      String doctorName,
      byte[] sealedQuestion,
      Instant now) {
    this.id = id;
    this.hospital = parties.asked();
    this.asking = parties.asking();
    this.episode = episode.id();
    this.reference = episode.reference();
    this.doctorName = doctorName;
    this.sealedQuestion = sealedQuestion.clone();
    this.receivedAt = now;
    this.changedAt = now;
  }

  /** Codes of the two hospitals. */
  public record Parties(String asked, String asking) {}

  /** An episode of the hospital that asks: EID in hex, and the reference for people. */
  public record Asked(String id, String reference) {}

  /** That doctor agreed. */
  public void accept(String account, Instant now) {
    this.doctorAccount = account;
    move(OpinionCaseState.ACCEPTED, now);
  }

  /** Nothing more is wanted or given: what was asked is destroyed. */
  public void end(OpinionCaseState how, Instant now) {
    move(how, now);
    this.sealedQuestion = null;
  }

  private void move(OpinionCaseState next, Instant now) {
    this.state = next;
    this.changedAt = now;
  }

  public String id() {
    return id;
  }

  /** Code of the hospital that is asked. */
  public String hospital() {
    return hospital;
  }

  /** Code of the hospital that asks. */
  public String asking() {
    return asking;
  }

  /** EID in hex. */
  public String episode() {
    return episode;
  }

  public String reference() {
    return reference;
  }

  /** Who is asked. */
  public String doctorName() {
    return doctorName;
  }

  public Optional<byte[]> sealedQuestion() {
    return Optional.ofNullable(sealedQuestion);
  }

  /** Of who agreed. */
  public Optional<String> doctorAccount() {
    return Optional.ofNullable(doctorAccount);
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  public OpinionCaseState state() {
    return state;
  }

  public boolean isOver() {
    return state == OpinionCaseState.DECLINED || state == OpinionCaseState.OVER;
  }
}
