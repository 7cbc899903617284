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

/** A question to a doctor of another hospital, at the hospital that asks. */
@Entity
@Table(name = "opinion_request")
@NamedQuery(
    name = "OpinionRequest.ofEpisode",
    query = "select r from OpinionRequest r where r.episodeId = :episode order by r.askedAt, r.id")
@NamedQuery(
    name = "OpinionRequest.byRecord",
    query = "select r from OpinionRequest r where r.record = :record")
public class OpinionRequest {

  @Id
  @Column(length = 32)
  private String id;

  @Column(name = "episode_id", nullable = false, length = 32)
  private String episodeId;

  @Column(nullable = false, length = 32)
  private String asked;

  @Column(name = "doctor_name", nullable = false, length = 200)
  private String doctorName;

  @Column(nullable = false, length = 200)
  private String specialty = "";

  @Column(name = "sealed_question")
  private byte @Nullable [] sealedQuestion;

  @Column(name = "asked_by", nullable = false, length = 200)
  private String askedBy;

  @Column(name = "asked_at", nullable = false)
  private Instant askedAt;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16)
  private OpinionState state = OpinionState.ASKED;

  @Column(name = "changed_at", nullable = false)
  private Instant changedAt;

  @Column(name = "doctor_pseudonym")
  private byte @Nullable [] doctorPseudonym;

  @Column(length = 64)
  private @Nullable String record;

  @Column(length = 64)
  private @Nullable String reason;

  @Version
  @Column(nullable = false)
  private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected OpinionRequest() {}

  /**
   * A question on its way.
   *
   * @param asked the other hospital
   * @param sealedQuestion under the own server key
   */
  public OpinionRequest(
      String id,
      String episodeId,
      String asked,
      String doctorName,
      byte[] sealedQuestion,
      String askedBy,
      Instant now) {
    this.id = id;
    this.episodeId = episodeId;
    this.asked = asked;
    this.doctorName = doctorName;
    this.sealedQuestion = sealedQuestion.clone();
    this.askedBy = askedBy;
    this.askedAt = now;
    this.changedAt = now;
  }

  /** The doctor agreed; her record with this id is on its way to the chain. */
  public void answered(
      byte[] pseudonym, String name, String theSpecialty, String recordId, Instant now) {
    move(OpinionState.ANSWERED, now);
    this.doctorName = name;
    this.doctorPseudonym = pseudonym.clone();
    this.specialty = theSpecialty;
    this.record = recordId;
  }

  /** Goes on, or ends. */
  public void move(OpinionState next, Instant now) {
    if (!state.isOpen()) {
      throw new IllegalStateException("the question is " + state);
    }
    this.state = next;
    this.changedAt = now;
  }

  /** Ends because of that stable word. */
  public void end(OpinionState how, String why, Instant now) {
    move(how, now);
    this.reason = why;
  }

  public String id() {
    return id;
  }

  public String episodeId() {
    return episodeId;
  }

  /** Code of the other hospital. */
  public String asked() {
    return asked;
  }

  /** As she was asked for; from her answer on, as her hospital calls her. */
  public String doctorName() {
    return doctorName;
  }

  public String specialty() {
    return specialty;
  }

  public Optional<byte[]> sealedQuestion() {
    return Optional.ofNullable(sealedQuestion);
  }

  public String askedBy() {
    return askedBy;
  }

  public Instant askedAt() {
    return askedAt;
  }

  public OpinionState state() {
    return state;
  }

  public Instant changedAt() {
    return changedAt;
  }

  /** Of the doctor who agreed. */
  public Optional<byte[]> doctorPseudonym() {
    return Optional.ofNullable(doctorPseudonym);
  }

  /** Why it ended, as a stable word. */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }
}
