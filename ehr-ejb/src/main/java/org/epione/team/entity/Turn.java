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

/** One entry of a doctor's inbox: the turn that a hand-over opened. */
@Entity
@Table(name = "team_turn")
@NamedQuery(
    name = "Turn.openOf",
    query =
        "select t from Turn t where t.doctorAccount = :account"
            + " and t.state = org.epione.team.entity.TurnState.OPEN order by t.dueAt")
@NamedQuery(
    name = "Turn.openIn",
    query =
        "select t from Turn t where t.episodeId = :episode"
            + " and t.state = org.epione.team.entity.TurnState.OPEN")
@NamedQuery(
    name = "Turn.ofEpisode",
    query = "select t from Turn t where t.episodeId = :episode order by t.step")
public class Turn {

  @Id
  @Column(length = 40)
  private String id;

  @Column(name = "episode_id", nullable = false, length = 32)
  private String episodeId;

  @Column(nullable = false)
  private int step;

  @Column(nullable = false)
  private int place;

  @Column(nullable = false)
  private int epoch;

  @Column(name = "doctor_account", nullable = false, length = 36)
  private String doctorAccount;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16)
  private TurnState state = TurnState.OPEN;

  @Column(name = "opened_at", nullable = false)
  private Instant openedAt;

  @Column(name = "due_at", nullable = false)
  private Instant dueAt;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  @Column(name = "sealed_reason")
  private byte @Nullable [] sealedReason;

  @Column(name = "sealed_draft")
  private byte @Nullable [] sealedDraft;

  @Column(name = "draft_at")
  private @Nullable Instant draftAt;

  @Column(name = "draft_version", nullable = false)
  private int draftVersion;

  @Column(name = "sealed_former")
  private byte @Nullable [] sealedFormer;

  @Column(name = "sent_at")
  private @Nullable Instant sentAt;

  @Column(name = "former_epoch")
  private @Nullable Integer formerEpoch;

  @Version
  @Column(nullable = false)
  private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Turn() {}

  /** An open turn of the member at its place. */
  public Turn(TeamMember member, int step, Instant openedAt, Instant dueAt) {
    this.id = member.episodeId() + "-" + step;
    this.episodeId = member.episodeId();
    this.step = step;
    this.place = member.place();
    this.epoch = member.epoch();
    this.doctorAccount = member.doctorAccount();
    this.openedAt = openedAt;
    this.dueAt = dueAt;
  }

  /** Why it came back, under the group key. */
  public void cameBack(byte[] reason) {
    this.sealedReason = reason.clone();
  }

  /** The text that this doctor signed before, under the group key of that epoch. */
  public void beginsWith(byte[] formerText, int itsEpoch) {
    this.sealedFormer = formerText.clone();
    this.formerEpoch = itsEpoch;
  }

  /** It was sent to the doctor's own hospital. */
  public void sent(Instant now) {
    this.sentAt = now;
  }

  /** Keeps unfinished text as the next version, sealed to the doctor's own key. */
  public void draft(byte[] sealed, Instant now) {
    requireOpen();
    this.sealedDraft = sealed.clone();
    this.draftAt = now;
    this.draftVersion++;
  }

  /** The next version is without any text. */
  public void emptyDraft(Instant now) {
    requireOpen();
    this.sealedDraft = null;
    this.draftAt = now;
    this.draftVersion++;
  }

  /** Ends the turn; the draft goes with it. */
  public void close(TurnState how, Instant now) {
    requireOpen();
    if (how == TurnState.OPEN) {
      throw new IllegalArgumentException("that does not close a turn");
    }
    this.state = how;
    this.closedAt = now;
    this.sealedDraft = null;
    this.sealedFormer = null;
    this.draftAt = null;
  }

  /** The group key is destroyed: what was under it is of no use. */
  public void forget() {
    this.sealedReason = null;
    this.sealedFormer = null;
    this.sealedDraft = null;
  }

  private void requireOpen() {
    if (state != TurnState.OPEN) {
      throw new IllegalStateException("the turn is " + state);
    }
  }

  public String episodeId() {
    return episodeId;
  }

  public int step() {
    return step;
  }

  public int place() {
    return place;
  }

  /** Number of the team that it was opened for. */
  public int epoch() {
    return epoch;
  }

  public String doctorAccount() {
    return doctorAccount;
  }

  public TurnState state() {
    return state;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public Instant dueAt() {
    return dueAt;
  }

  /** When it was sent to the hospital of a doctor who is of another one. */
  public Optional<Instant> sentAt() {
    return Optional.ofNullable(sentAt);
  }

  public Optional<Instant> closedAt() {
    return Optional.ofNullable(closedAt);
  }

  public Optional<byte[]> sealedReason() {
    return Optional.ofNullable(sealedReason);
  }

  public Optional<byte[]> sealedDraft() {
    return Optional.ofNullable(sealedDraft);
  }

  public Optional<Instant> draftAt() {
    return Optional.ofNullable(draftAt);
  }

  /** How often a draft was kept; 0 before the first. */
  public int draftVersion() {
    return draftVersion;
  }

  /** What the doctor had signed before that became void, under the key of its epoch. */
  public Optional<byte[]> sealedFormer() {
    return Optional.ofNullable(sealedFormer);
  }

  /** Of the group key over what the doctor had signed before. */
  public int formerEpoch() {
    return formerEpoch == null ? epoch : formerEpoch;
  }
}
