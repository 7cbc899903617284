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

/** A turn that another hospital sent to one of this hospital's doctors. */
@Entity
@Table(name = "opinion_turn")
@NamedQuery(
    name = "OpinionTurn.ofCase",
    query = "select t from OpinionTurn t where t.caseId = :id order by t.step")
@NamedQuery(
    name = "OpinionTurn.ofDoctor",
    query =
        "select t from OpinionTurn t, OpinionCase c where t.caseId = c.id"
            + " and c.doctorAccount = :account and t.state in :states order by t.dueAt")
public class OpinionTurn {

  @Id
  @Column(length = 40)
  private String id;

  @Column(name = "case_id", nullable = false, length = 32)
  private String caseId;

  @Column(nullable = false)
  private int step;

  @Column private byte @Nullable [] message;

  @Column(name = "sealed_draft")
  private byte @Nullable [] sealedDraft;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16)
  private OpinionTurnState state = OpinionTurnState.OPEN;

  @Column(length = 32)
  private @Nullable String refusal;

  @Column(name = "opened_at", nullable = false)
  private Instant openedAt;

  @Column(name = "due_at", nullable = false)
  private Instant dueAt;

  @Column(name = "changed_at", nullable = false)
  private Instant changedAt;

  @Version
  @Column(nullable = false)
  private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected OpinionTurn() {}

  /**
   * A turn that came.
   *
   * @param message as it came; all that is medical in it is sealed to the doctor's team
   */
  public OpinionTurn(String caseId, int step, byte[] message, Instant dueAt, Instant now) {
    this.id = idOf(caseId, step);
    this.caseId = caseId;
    this.step = step;
    this.message = message.clone();
    this.openedAt = now;
    this.dueAt = dueAt;
    this.changedAt = now;
  }

  /** Names a turn. */
  public static String idOf(String caseId, int step) {
    return caseId + "-" + step;
  }

  /** Keeps what is about to be signed, sealed to the doctor's own key. */
  public void draft(byte[] sealed) {
    this.sealedDraft = sealed.clone();
  }

  /** What the doctor did is on its way. */
  public void sent(Instant now) {
    move(OpinionTurnState.SENT, now);
    this.refusal = null;
  }

  /** The other hospital did not take it, for that stable word. */
  public void refused(String why, Instant now) {
    move(OpinionTurnState.OPEN, now);
    this.refusal = why;
  }

  /** It is done with: what it brought is destroyed. */
  public void end(OpinionTurnState how, Instant now) {
    move(how, now);
    this.message = null;
    this.sealedDraft = null;
  }

  private void move(OpinionTurnState next, Instant now) {
    if (isOver()) {
      throw new IllegalStateException("the turn is " + state);
    }
    this.state = next;
    this.changedAt = now;
  }

  public boolean isOver() {
    return state == OpinionTurnState.TAKEN || state == OpinionTurnState.OVER;
  }

  public String id() {
    return id;
  }

  public String caseId() {
    return caseId;
  }

  public int step() {
    return step;
  }

  public Optional<byte[]> message() {
    return Optional.ofNullable(message);
  }

  public Optional<byte[]> sealedDraft() {
    return Optional.ofNullable(sealedDraft);
  }

  public OpinionTurnState state() {
    return state;
  }

  /** Why the other hospital did not take what was done before. */
  public Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }

  public Instant openedAt() {
    return openedAt;
  }

  public Instant dueAt() {
    return dueAt;
  }
}
