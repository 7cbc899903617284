package org.epione.team.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.scheme.warrant.Warrant;
import org.jspecify.annotations.Nullable;

/** A doctor's place in a team, with the warrant and the sealed briefing. */
@Entity
@Table(name = "team_member")
@NamedQuery(
    name = "TeamMember.ofEpisode",
    query =
        "select m from TeamMember m, Episode e where e.id = :episode and m.episodeId = e.id"
            + " and m.epoch = e.epoch order by m.place")
@NamedQuery(
    name = "TeamMember.ofTeam",
    query =
        "select m from TeamMember m where m.episodeId = :episode and m.epoch = :epoch"
            + " order by m.place")
@NamedQuery(
    name = "TeamMember.ofDoctor",
    query =
        "select m from TeamMember m where m.episodeId = :episode and m.doctorAccount = :account"
            + " order by m.epoch")
@NamedQuery(
    name = "TeamMember.inState",
    query =
        "select m from TeamMember m, Episode e where m.episodeId = e.id and m.epoch = e.epoch"
            + " and m.doctorAccount = :account and e.state = :state"
            + " order by e.openedAt desc")
@NamedQuery(
    name = "TeamMember.everInState",
    query =
        "select m from TeamMember m, Episode e where m.episodeId = e.id"
            + " and m.doctorAccount = :account and e.state in :states")
@NamedQuery(
    name = "TeamMember.visitor",
    query =
        "select m from TeamMember m where m.doctorAccount = :account and m.home is not null"
            + " order by m.episodeId, m.epoch")
@NamedQuery(
    name = "TeamMember.leftOut",
    query =
        "select m from TeamMember m, Episode e where m.episodeId = e.id"
            + " and m.doctorAccount = :account and m.epoch < e.epoch"
            + " and not exists (select n from TeamMember n where n.episodeId = e.id"
            + " and n.epoch = m.epoch + 1 and n.doctorAccount = :account)")
public class TeamMember {

  @Id
  @Column(length = 40)
  private String id;

  @Column(name = "episode_id", nullable = false, length = 32)
  private String episodeId;

  @Column(nullable = false)
  private int epoch;

  @Column(nullable = false)
  private int place;

  @Column(name = "doctor_account", nullable = false, length = 36)
  private String doctorAccount;

  @Column(name = "doctor_name", nullable = false, length = 200)
  private String doctorName;

  @Column(name = "doctor_pseudonym", nullable = false)
  private byte[] doctorPseudonym;

  @Column private byte @Nullable [] warrant;

  @Column(name = "warrant_signature")
  private byte @Nullable [] warrantSignature;

  @Column(name = "withdrawn_at")
  private @Nullable Instant withdrawnAt;

  @Column(name = "withdrawal_record", length = 64)
  private @Nullable String withdrawalRecord;

  @Column(name = "sealed_briefing")
  private byte @Nullable [] sealedBriefing;

  @Column(name = "expected_confirmation")
  private byte @Nullable [] expectedConfirmation;

  @Column(name = "confirmed_at")
  private @Nullable Instant confirmedAt;

  @Column(length = 32)
  private @Nullable String home;

  @Column(name = "gave_up_at")
  private @Nullable Instant gaveUpAt;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected TeamMember() {}

  /** A place that awaits its warrant, in the team of that number. */
  public TeamMember(
      String episodeId,
      int epoch,
      int place,
      String doctorAccount,
      String doctorName,
      byte[] pseudonym) {
    this.id = idOf(episodeId, place) + "-" + epoch;
    this.episodeId = episodeId;
    this.epoch = epoch;
    this.place = place;
    this.doctorAccount = doctorAccount;
    this.doctorName = doctorName;
    this.doctorPseudonym = pseudonym.clone();
  }

  /** The doctor is of that other hospital, where her turns are. */
  public TeamMember visiting(String hospital) {
    this.home = hospital;
    return this;
  }

  /** The same doctor at that place of the next team, awaiting its warrant. */
  public TeamMember inNextTeam(int newPlace) {
    TeamMember next =
        new TeamMember(episodeId, epoch + 1, newPlace, doctorAccount, doctorName, doctorPseudonym);
    next.home = home;
    next.gaveUpAt = gaveUpAt;
    return next;
  }

  /** The same doctor in the next team, with place and warrant as they are. */
  public TeamMember kept() {
    TeamMember next = inNextTeam(place);
    next.warrant = warrant;
    next.warrantSignature = warrantSignature;
    next.withdrawnAt = withdrawnAt;
    next.withdrawalRecord = withdrawalRecord;
    return next;
  }

  /** Names a place of an episode. */
  public static String idOf(String episodeId, int place) {
    return episodeId + "-" + place;
  }

  /** The patient signed this doctor's warrant. */
  public void warranted(byte[] encodedWarrant, byte[] signature) {
    this.warrant = encodedWarrant.clone();
    this.warrantSignature = signature.clone();
  }

  /** The patient withdrew the warrant; the record with this id is on its way to the chain. */
  public void withdrawn(String record, Instant now) {
    this.withdrawalRecord = record;
    this.withdrawnAt = now;
  }

  /** The chain did not take the withdrawal: the warrant holds as before. */
  public void withdrawalRefused() {
    this.withdrawalRecord = null;
    this.withdrawnAt = null;
  }

  /** The hospital made a group key; this tag will show that the doctor has the same. */
  public void expects(byte[] confirmation) {
    this.expectedConfirmation = confirmation.clone();
    this.confirmedAt = null;
  }

  /** The sealed briefing arrived. */
  public void briefed(byte[] sealed) {
    this.sealedBriefing = sealed.clone();
  }

  /** The doctor of another hospital cannot, or will not, sign any more. */
  public void gaveUp(Instant now) {
    this.gaveUpAt = now;
  }

  /** The doctor has shown to hold the group key. */
  public void confirmed(Instant now) {
    this.confirmedAt = now;
  }

  /** The episode is over: the group key is destroyed with the only copies there are. */
  public void forget() {
    this.sealedBriefing = null;
    this.expectedConfirmation = null;
  }

  public String episodeId() {
    return episodeId;
  }

  /** Number of the team, from 1. */
  public int epoch() {
    return epoch;
  }

  /** From 1. */
  public int place() {
    return place;
  }

  public String doctorAccount() {
    return doctorAccount;
  }

  public String doctorName() {
    return doctorName;
  }

  public byte[] doctorPseudonym() {
    return doctorPseudonym.clone();
  }

  public Optional<byte[]> warrant() {
    return Optional.ofNullable(warrant);
  }

  /** Whether the patient's warrant holds at that time. */
  public boolean isWarranted(Instant time) {
    return withdrawnAt == null
        && warrant().map(encoded -> Warrant.decode(encoded).isValidAt(time)).orElse(false);
  }

  public Optional<byte[]> warrantSignature() {
    return Optional.ofNullable(warrantSignature);
  }

  public Optional<Instant> withdrawnAt() {
    return Optional.ofNullable(withdrawnAt);
  }

  /** Id of the record of the withdrawal, in hex. */
  public Optional<String> withdrawalRecord() {
    return Optional.ofNullable(withdrawalRecord);
  }

  public Optional<byte[]> sealedBriefing() {
    return Optional.ofNullable(sealedBriefing);
  }

  public Optional<byte[]> expectedConfirmation() {
    return Optional.ofNullable(expectedConfirmation);
  }

  /** Code of the hospital at home of a doctor of another hospital. */
  public Optional<String> home() {
    return Optional.ofNullable(home);
  }

  public boolean isVisitor() {
    return home != null;
  }

  public Optional<Instant> gaveUpAt() {
    return Optional.ofNullable(gaveUpAt);
  }

  public Optional<Instant> confirmedAt() {
    return Optional.ofNullable(confirmedAt);
  }
}
