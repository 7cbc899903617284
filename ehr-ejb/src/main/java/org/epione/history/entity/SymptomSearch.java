package org.epione.history.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.epione.cloud.boundary.SearchId;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.jspecify.annotations.Nullable;

/** A search of one patient's records for a symptom, at her hospital. Kept for a day. */
@Entity
@Table(name = "history_search")
@NamedQuery(
    name = "SymptomSearch.of",
    query =
        "select s from SymptomSearch s where s.patient = :patient and s.begunAt > :since"
            + " order by s.begunAt desc, s.id")
@NamedQuery(
    name = "SymptomSearch.running",
    query = "select s from SymptomSearch s where s.runningFor = :patient")
@NamedQuery(
    name = "SymptomSearch.silent",
    query = "select s from SymptomSearch s where s.runningFor is not null and s.heardAt <= :before")
@NamedQuery(
    name = "SymptomSearch.removeAnswers",
    query =
        "delete from HistoryAnswer a where a.searchId in"
            + " (select s.id from SymptomSearch s where s.begunAt <= :before)")
@NamedQuery(
    name = "SymptomSearch.remove",
    query = "delete from SymptomSearch s where s.begunAt <= :before")
public class SymptomSearch {

  /** How long a search is kept. */
  public static final Duration KEPT = Duration.ofDays(1);

  /** How long a cloud may say nothing before it is not waited for any more. */
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  @Id
  @Column(length = 32)
  private String id;

  @Column(nullable = false, length = 32, updatable = false)
  private String hospital;

  @Column(nullable = false, length = 36, updatable = false)
  private String patient;

  @Column(name = "running_for", length = 36)
  private @Nullable String runningFor;

  @Column(length = 64, updatable = false)
  private @Nullable String question;

  @Column(name = "protected_code", nullable = false, updatable = false)
  private byte[] protectedCode;

  @Column(name = "protected_trapdoor")
  private byte @Nullable [] protectedTrapdoor;

  @Column(name = "begun_at", nullable = false, updatable = false)
  private Instant begunAt;

  @Column(name = "heard_at", nullable = false)
  private Instant heardAt;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected SymptomSearch() {}

  /**
   * A search that begins.
   *
   * @param question what names the question for which it is, if it is for one
   * @param protectedCode what is searched for, under the hospital's own key
   * @param protectedTrapdoor the same, to verify answers by
   */
  public SymptomSearch(
      SearchId id,
      PartyCode hospital,
      AccountId patient,
      Optional<String> question,
      byte[] protectedCode,
      byte[] protectedTrapdoor,
      Instant now) {
    this.id = id.hex();
    this.hospital = hospital.value();
    this.patient = patient.toString();
    this.runningFor = patient.toString();
    this.question = question.orElse(null);
    this.protectedCode = protectedCode.clone();
    this.protectedTrapdoor = protectedTrapdoor.clone();
    this.begunAt = now;
    this.heardAt = now;
  }

  /** A cloud said something. */
  public void heard(Instant now) {
    heardAt = now;
  }

  /** Nothing more is waited for: the trapdoor goes, and another search can begin. */
  public void end() {
    runningFor = null;
    protectedTrapdoor = null;
  }

  /** Whether answers are waited for. */
  public boolean isRunning(Instant now) {
    return runningFor != null && heardAt.plus(PATIENCE).isAfter(now);
  }

  public String id() {
    return id;
  }

  public PartyCode hospital() {
    return new PartyCode(hospital);
  }

  public AccountId patient() {
    return AccountId.of(patient);
  }

  /** What names the question for which it is; empty where the patient searches for herself. */
  public Optional<String> question() {
    return Optional.ofNullable(question);
  }

  public byte[] protectedCode() {
    return protectedCode.clone();
  }

  /** What answers are verified by; empty when it is over. */
  public Optional<byte[]> protectedTrapdoor() {
    return Optional.ofNullable(protectedTrapdoor).map(byte[]::clone);
  }

  public Instant begunAt() {
    return begunAt;
  }
}
