package org.epione.team.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part whose signature is void because the turn went back to its place or to one before, or
 * because its doctor has another place since the team changed.
 */
@Entity
@Table(name = "team_void_part")
@NamedQuery(
    name = "VoidPart.ofEpisode",
    query = "select p from VoidPart p where p.episodeId = :episode order by p.step, p.place")
public class VoidPart {

  @Id
  @Column(length = 48)
  private String id;

  @Column(name = "episode_id", nullable = false, length = 32)
  private String episodeId;

  @Column(nullable = false)
  private int place;

  @Column(nullable = false)
  private int epoch;

  @Column(name = "voided_in", nullable = false)
  private int voidedIn;

  @Column(nullable = false)
  private int step;

  @Column(name = "returned_by", nullable = false)
  private int returnedBy;

  @Column(nullable = false)
  private byte[] statement;

  @Column(name = "sealed_text")
  private byte @Nullable [] sealedText;

  @Column(name = "voided_at", nullable = false)
  private Instant voidedAt;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected VoidPart() {}

  /**
   * What was signed before.
   *
   * @param step of the hand-over that made it void
   * @param voidedIn number of the team of then
   * @param returnedBy place of the doctor who sent it back, 0 if a change of the team did it
   */
  public VoidPart(
      String episodeId, TeamPart part, int step, int voidedIn, int returnedBy, Instant now) {
    this.id = TeamMember.idOf(episodeId, part.place()) + "-" + step;
    this.episodeId = episodeId;
    this.place = part.place();
    this.epoch = part.epoch();
    this.voidedIn = voidedIn;
    this.step = step;
    this.returnedBy = returnedBy;
    this.statement = part.statement();
    this.sealedText = part.sealedText().orElse(null);
    this.voidedAt = now;
  }

  /** The group key is destroyed: what was under it is of no use. */
  public void forget() {
    this.sealedText = null;
  }

  public int place() {
    return place;
  }

  /** Of the group key over the text. */
  public int epoch() {
    return epoch;
  }

  /** Number of the team when it became void. */
  public int voidedIn() {
    return voidedIn;
  }

  /** Place of the doctor who sent it back, 0 if a change of the team did it. */
  public int returnedBy() {
    return returnedBy;
  }

  /** Encoded M_i. */
  public byte[] statement() {
    return statement.clone();
  }

  /** Under the group key. */
  public Optional<byte[]> sealedText() {
    return Optional.ofNullable(sealedText);
  }

  public Instant voidedAt() {
    return voidedAt;
  }
}
