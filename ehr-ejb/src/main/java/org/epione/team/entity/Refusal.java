package org.epione.team.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/** Something that was refused in an episode; shown to registrar and administrator. */
@Entity
@Table(name = "team_refusal")
@NamedQuery(
    name = "Refusal.ofEpisode",
    query = "select r from Refusal r where r.episodeId = :episode order by r.at")
public class Refusal {

  @Id
  @Column(length = 36)
  private String id;

  @Column(name = "episode_id", nullable = false, length = 32)
  private String episodeId;

  @Column(name = "at_time", nullable = false)
  private Instant at;

  @Column(nullable = false, length = 40)
  private String kind;

  @Column(nullable = false, length = 200)
  private String reason;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Refusal() {}

  /**
   * A refusal; the same id is the same refusal.
   *
   * @param kind message type or act
   * @param reason one sentence without patient data
   */
  public Refusal(String id, String episodeId, Instant at, String kind, String reason) {
    this.id = id;
    this.episodeId = episodeId;
    this.at = at;
    this.kind = kind;
    this.reason = reason;
  }

  public Instant at() {
    return at;
  }

  public String kind() {
    return kind;
  }

  public String reason() {
    return reason;
  }
}
