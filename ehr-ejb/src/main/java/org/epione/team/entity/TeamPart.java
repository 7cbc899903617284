package org.epione.team.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The verified part of the doctor at one place; signing again replaces it. */
@Entity
@Table(name = "team_part")
@NamedQuery(
    name = "TeamPart.ofEpisode",
    query = "select p from TeamPart p where p.episodeId = :episode order by p.place")
public class TeamPart {

  @Id
  @Column(length = 40)
  private String id;

  @Column(name = "episode_id", nullable = false, length = 32)
  private String episodeId;

  @Column(nullable = false)
  private int place;

  @Column(nullable = false)
  private int epoch;

  @Column(nullable = false)
  private byte[] statement;

  @Column(nullable = false)
  private byte[] aggregate;

  @Column(name = "sealed_text")
  private byte @Nullable [] sealedText;

  @Column(name = "accepted_at", nullable = false)
  private Instant acceptedAt;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected TeamPart() {}

  /** A part that was verified, its text under the group key of that epoch. */
  public TeamPart(
      String episodeId,
      int epoch,
      int place,
      byte[] statement,
      byte[] aggregate,
      byte[] sealedText,
      Instant now) {
    this.id = TeamMember.idOf(episodeId, place);
    this.episodeId = episodeId;
    this.epoch = epoch;
    this.place = place;
    this.statement = statement.clone();
    this.aggregate = aggregate.clone();
    this.sealedText = sealedText.clone();
    this.acceptedAt = now;
  }

  /** The same text under the group key of another epoch. */
  public void sealedAgain(byte[] text, int itsEpoch) {
    this.sealedText = text.clone();
    this.epoch = itsEpoch;
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

  /** Encoded M_i. */
  public byte[] statement() {
    return statement.clone();
  }

  /** The signature over M_1..M_i. */
  public byte[] aggregate() {
    return aggregate.clone();
  }

  public Optional<byte[]> sealedText() {
    return Optional.ofNullable(sealedText);
  }

  public Instant acceptedAt() {
    return acceptedAt;
  }
}
