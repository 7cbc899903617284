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

/** A proposal to change the team of an episode, and what became of it. */
@Entity
@Table(name = "team_change")
@NamedQuery(
    name = "TeamChange.ofEpisode",
    query = "select c from TeamChange c where c.episodeId = :episode order by c.proposedAt, c.id")
public class TeamChange {

  @Id
  @Column(length = 32)
  private String id;

  @Column(name = "episode_id", nullable = false, length = 32)
  private String episodeId;

  @Column(nullable = false)
  private int epoch;

  @Column(nullable = false)
  private int place;

  @Column(nullable = false)
  private int kept;

  @Column(name = "left_out", length = 200)
  private @Nullable String leftOut;

  @Column(length = 200)
  private @Nullable String joined;

  @Column(name = "sealed_reason", nullable = false)
  private byte[] sealedReason;

  @Column(name = "proposed_by", nullable = false, length = 200)
  private String proposedBy;

  @Column(name = "proposed_at", nullable = false)
  private Instant proposedAt;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16)
  private ChangeState state = ChangeState.PROPOSED;

  @Column(name = "changed_at", nullable = false)
  private Instant changedAt;

  @Column(length = 64)
  private @Nullable String record;

  @Version
  @Column(nullable = false)
  private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected TeamChange() {}

  /**
   * A proposal that waits for the patient.
   *
   * @param epoch number of the team that there would be
   * @param who which places and names it is about
   * @param sealedReason under the hospital's server key
   * @param proposedBy name of who proposes it
   */
  public TeamChange(
      String id,
      String episodeId,
      int epoch,
      Affected who,
      byte[] sealedReason,
      String proposedBy,
      Instant now) {
    this.id = id;
    this.episodeId = episodeId;
    this.epoch = epoch;
    this.place = who.place();
    this.kept = who.kept();
    this.leftOut = who.leftOut().orElse(null);
    this.joined = who.joined().orElse(null);
    this.sealedReason = sealedReason.clone();
    this.proposedBy = proposedBy;
    this.proposedAt = now;
    this.changedAt = now;
  }

  /**
   * Whom a change is about.
   *
   * @param place of the first who would not sign there any more
   * @param kept how many doctors before keep place and warrant
   * @param leftOut name of who would not sign any more
   * @param joined name of who would come in
   */
  public record Affected(int place, int kept, Optional<String> leftOut, Optional<String> joined) {}

  /** The patient agreed; the record with this id is on its way to the chain. */
  public void agree(String signedRecord, Instant now) {
    change(ChangeState.PROPOSED, ChangeState.AGREED, now);
    record = signedRecord;
  }

  /** The chain took it or refused it. */
  public void decide(boolean taken, Instant now) {
    change(ChangeState.AGREED, taken ? ChangeState.IN_FORCE : ChangeState.REJECTED, now);
  }

  /** It ends without an agreement. */
  public void drop(ChangeState how, Instant now) {
    if (how != ChangeState.REFUSED && how != ChangeState.TAKEN_BACK && how != ChangeState.LAPSED) {
      throw new IllegalArgumentException("a proposal does not end as " + how);
    }
    change(ChangeState.PROPOSED, how, now);
  }

  /**
   * The patient is forgotten.
   *
   * @param reason that says nothing, sealed as the one before
   */
  public void forget(byte[] reason) {
    sealedReason = reason.clone();
  }

  private void change(ChangeState from, ChangeState to, Instant now) {
    if (state != from) {
      throw new IllegalStateException("the change is " + state + ", not " + from);
    }
    state = to;
    changedAt = now;
  }

  public String id() {
    return id;
  }

  public String episodeId() {
    return episodeId;
  }

  /** Number of the team that it makes. */
  public int epoch() {
    return epoch;
  }

  /** The first place that changes. */
  public int place() {
    return place;
  }

  /** How many doctors keep place and warrant. */
  public int kept() {
    return kept;
  }

  public Optional<String> leftOut() {
    return Optional.ofNullable(leftOut);
  }

  public Optional<String> joined() {
    return Optional.ofNullable(joined);
  }

  public byte[] sealedReason() {
    return sealedReason.clone();
  }

  public String proposedBy() {
    return proposedBy;
  }

  public Instant proposedAt() {
    return proposedAt;
  }

  public ChangeState state() {
    return state;
  }

  public Instant changedAt() {
    return changedAt;
  }

  /** Id of the record of the agreement, in hex. */
  public Optional<String> record() {
    return Optional.ofNullable(record);
  }
}
