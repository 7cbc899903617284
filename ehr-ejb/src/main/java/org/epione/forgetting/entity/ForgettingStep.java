package org.epione.forgetting.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import org.epione.platform.erasure.Erased;

/** A step that is done. It is written in the transaction of what was destroyed. */
@Entity
@Table(name = "forgetting_step")
@NamedQuery(
    name = "ForgettingStep.ofCase",
    query = "select s from ForgettingStep s where s.caseId = :case")
public class ForgettingStep {

  @Id
  @Column(length = 64)
  private String id;

  @Column(name = "case_id", nullable = false, length = 32, updatable = false)
  private String caseId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 24, updatable = false)
  private Erased what;

  @Column(nullable = false, updatable = false)
  private int entries;

  @Column(name = "done_at", nullable = false, updatable = false)
  private Instant doneAt;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected ForgettingStep() {}

  /** It is done now. */
  public ForgettingStep(String caseId, Erased what, int entries, Instant now) {
    this.id = caseId + "/" + what;
    this.caseId = caseId;
    this.what = what;
    this.entries = entries;
    this.doneAt = now;
  }

  public Erased what() {
    return what;
  }

  public int entries() {
    return entries;
  }

  public Instant done() {
    return doneAt;
  }
}
