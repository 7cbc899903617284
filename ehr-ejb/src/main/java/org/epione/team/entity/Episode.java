package org.epione.team.entity;

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

/**
 * One treatment of one patient by an ordered team: the state machine of {@link EpisodeState}. What
 * is medical is sealed; the rest is what the workflow needs.
 */
@Entity
@Table(name = "team_episode")
@NamedQuery(
    name = "Episode.ofHospital",
    query = "select e from Episode e where e.hospital = :hospital order by e.openedAt desc")
@NamedQuery(
    name = "Episode.goingOn",
    query =
        "select e from Episode e where e.hospital = :hospital and e.state in :states"
            + " order by e.openedAt desc")
@NamedQuery(
    name = "Episode.clouds",
    query =
        "select distinct e.cloud from Episode e where e.hospital = :hospital and e.state = :state"
            + " order by e.cloud")
@NamedQuery(
    name = "Episode.ofPatient",
    query = "select e from Episode e where e.patientAccount = :account order by e.openedAt desc")
@NamedQuery(
    name = "Episode.addenda",
    query = "select e from Episode e where e.appends = :episode order by e.openedAt desc")
@NamedQuery(
    name = "Episode.byReference",
    query = "select e from Episode e where e.hospital = :hospital and e.reference = :reference")
public class Episode {

  @Id
  @Column(length = 32)
  private String id;

  @Column(nullable = false, length = 32)
  private String hospital;

  @Column(nullable = false, length = 32)
  private String cloud;

  @Column(nullable = false, length = 20)
  private String reference;

  @Column(name = "patient_account", nullable = false, length = 36)
  private String patientAccount;

  @Column(name = "patient_id", nullable = false, length = 64)
  private String patientId;

  @Column(name = "patient_pseudonym", nullable = false)
  private byte[] patientPseudonym;

  @Column(name = "record_key", nullable = false)
  private byte[] recordKey;

  @Column(name = "sealed_facts", nullable = false)
  private byte[] sealedFacts;

  @Column(nullable = false, length = 64)
  private String commitment;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 24)
  private EpisodeState state = EpisodeState.AWAITING_WARRANTS;

  @Column(length = 200)
  private @Nullable String reason;

  @Column(nullable = false)
  private int epoch = 1;

  @Column(nullable = false)
  private int step;

  @Column(name = "times_returned", nullable = false)
  private int timesReturned;

  @Column(name = "last_signed_at")
  private @Nullable Instant lastSignedAt;

  @Column(name = "opening_record", length = 64)
  private @Nullable String openingRecord;

  @Column(name = "followed_by", length = 32)
  private @Nullable String followedBy;

  @Column(length = 32)
  private @Nullable String appends;

  @Column(name = "appends_record", length = 64)
  private @Nullable String appendsRecord;

  @Column(name = "forgotten_at")
  private @Nullable Instant forgottenAt;

  @Column(name = "opened_by", nullable = false, length = 36)
  private String openedBy;

  @Column(name = "opened_at", nullable = false)
  private Instant openedAt;

  @Column(name = "changed_at", nullable = false)
  private Instant changedAt;

  @Version
  @Column(nullable = false)
  private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Episode() {}

  /** An episode that awaits its warrants. */
  public Episode(EpisodeIdentity identity, EpisodePatient patient, String openedBy, Instant now) {
    this.id = identity.id();
    this.hospital = identity.hospital();
    this.cloud = identity.cloud();
    this.reference = identity.reference();
    this.commitment = identity.commitment();
    this.patientAccount = patient.account();
    this.patientId = patient.id();
    this.patientPseudonym = patient.pseudonym().bytes();
    this.recordKey = patient.recordKey().bytes();
    this.sealedFacts = patient.sealedFacts().bytes();
    this.openedBy = openedBy;
    this.openedAt = now;
    this.changedAt = now;
  }

  /** What the team writes adds to the record of another episode. */
  public void append(AppendedEpisode record) {
    require(EpisodeState.AWAITING_WARRANTS);
    appends = record.id();
    appendsRecord = record.diagnosis();
  }

  /** Who opened it does not want it any more. */
  public void takeBack(Instant now) {
    change(EpisodeState.AWAITING_WARRANTS, EpisodeState.STOPPED, now);
    reason = "TAKEN_BACK";
  }

  /** The warrants are signed; the record with this id is on its way to the chain. */
  public void warranted(String openingRecord, Instant now) {
    change(EpisodeState.AWAITING_WARRANTS, EpisodeState.OPENING, now);
    this.openingRecord = openingRecord;
  }

  /** The patient refused the team. */
  public void decline(Instant now) {
    change(EpisodeState.AWAITING_WARRANTS, EpisodeState.DECLINED, now);
  }

  /** The chain carries the opening; the team has its first group key. */
  public void begin(Instant now) {
    change(EpisodeState.OPENING, EpisodeState.IN_TREATMENT, now);
  }

  /** The chain carries a change of the team, which gets a new group key. */
  public void changeTeam(int next, Instant now) {
    require(EpisodeState.IN_TREATMENT);
    if (next != epoch + 1) {
      throw new IllegalStateException("team " + next + " after " + epoch);
    }
    epoch = next;
    changedAt = now;
  }

  /** The turn passes to another doctor: the step that the message must name. */
  public void handedOver(int newStep, Instant now) {
    require(EpisodeState.IN_TREATMENT);
    if (newStep != step + 1) {
      throw new IllegalStateException("step " + newStep + " after " + step);
    }
    step = newStep;
    changedAt = now;
  }

  /** A part was accepted; none with an earlier or equal time will be. */
  public void accepted(Instant signedAt) {
    require(EpisodeState.IN_TREATMENT);
    lastSignedAt = signedAt;
  }

  /** A part goes back to the doctor before. */
  public void returned() {
    require(EpisodeState.IN_TREATMENT);
    timesReturned++;
  }

  /** Sent back too often. */
  public void stop(String why, Instant now) {
    change(EpisodeState.IN_TREATMENT, EpisodeState.STOPPED, now);
    reason = why;
  }

  /** The treatment goes on in another episode. */
  public void follow(String next, Instant now) {
    change(
        state == EpisodeState.AWAITING_WARRANTS ? state : EpisodeState.IN_TREATMENT,
        EpisodeState.STOPPED,
        now);
    reason = "FOLLOWED";
    followedBy = next;
  }

  /** The last doctor has signed. */
  public void seal(Instant now) {
    change(EpisodeState.IN_TREATMENT, EpisodeState.SEALING, now);
  }

  /** The record is stored and on the chain. */
  public void complete(Instant now) {
    change(EpisodeState.SEALING, EpisodeState.FINAL, now);
  }

  /** Chain or cloud refused the opening or the diagnosis. */
  public void reject(String why, Instant now) {
    if (state != EpisodeState.OPENING && state != EpisodeState.SEALING) {
      throw new IllegalStateException("nothing to reject in " + state);
    }
    state = EpisodeState.REJECTED;
    reason = why;
    changedAt = now;
  }

  /**
   * The patient is forgotten: what identified her is gone.
   *
   * @param facts that say nothing, sealed as those before
   */
  public void forget(byte[] facts, Instant now) {
    sealedFacts = facts.clone();
    forgottenAt = now;
  }

  /** Whether the patient was forgotten. */
  public boolean isForgotten() {
    return forgottenAt != null;
  }

  private void change(EpisodeState from, EpisodeState to, Instant now) {
    require(from);
    state = to;
    changedAt = now;
  }

  private void require(EpisodeState expected) {
    if (state != expected) {
      throw new IllegalStateException("the episode is " + state + ", not " + expected);
    }
  }

  /** Of an addendum, what it adds to. */
  public Optional<AppendedEpisode> appends() {
    return appends == null || appendsRecord == null
        ? Optional.empty()
        : Optional.of(new AppendedEpisode(appends, appendsRecord));
  }

  /** EID of the episode in which the treatment goes on. */
  public Optional<String> followedBy() {
    return Optional.ofNullable(followedBy);
  }

  /** EID in 32 hex digits. */
  public String id() {
    return id;
  }

  public String hospital() {
    return hospital;
  }

  public String cloud() {
    return cloud;
  }

  public String reference() {
    return reference;
  }

  public String patientAccount() {
    return patientAccount;
  }

  public String patientId() {
    return patientId;
  }

  public byte[] patientPseudonym() {
    return patientPseudonym.clone();
  }

  /** The patient's SCOPED public key at the time of opening. */
  public byte[] recordKey() {
    return recordKey.clone();
  }

  public byte[] sealedFacts() {
    return sealedFacts.clone();
  }

  /** SHA-256(alpha, EID) in hex. */
  public String commitment() {
    return commitment;
  }

  public EpisodeState state() {
    return state;
  }

  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /** Number of the present team and of its group key, from 1. */
  public int epoch() {
    return epoch;
  }

  /** Number of hand-overs so far. */
  public int step() {
    return step;
  }

  public int timesReturned() {
    return timesReturned;
  }

  public Optional<Instant> lastSignedAt() {
    return Optional.ofNullable(lastSignedAt);
  }

  public Optional<String> openingRecord() {
    return Optional.ofNullable(openingRecord);
  }

  public String openedBy() {
    return openedBy;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public Instant changedAt() {
    return changedAt;
  }
}
