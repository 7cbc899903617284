package org.epione.team.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A doctor's place in a team, with the warrant and the sealed briefing. */
@Entity
@Table(name = "team_member")
@NamedQuery(
    name = "TeamMember.ofEpisode",
    query = "select m from TeamMember m where m.episodeId = :episode order by m.place")
@NamedQuery(
    name = "TeamMember.ofDoctor",
    query =
        "select m from TeamMember m where m.episodeId = :episode and m.doctorAccount = :account")
public class TeamMember {

  @Id
  @Column(length = 40)
  private String id;

  @Column(name = "episode_id", nullable = false, length = 32)
  private String episodeId;

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

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected TeamMember() {}

  /** A place that awaits its warrant. */
  public TeamMember(
      String episodeId, int place, String doctorAccount, String doctorName, byte[] pseudonym) {
    this.id = idOf(episodeId, place);
    this.episodeId = episodeId;
    this.place = place;
    this.doctorAccount = doctorAccount;
    this.doctorName = doctorName;
    this.doctorPseudonym = pseudonym.clone();
  }

  /** The key of a place. */
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

  public Optional<Instant> confirmedAt() {
    return Optional.ofNullable(confirmedAt);
  }
}
