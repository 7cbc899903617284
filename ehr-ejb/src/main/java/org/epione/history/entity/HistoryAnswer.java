package org.epione.history.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.epione.cloud.boundary.EpisodeIds;
import org.epione.cloud.boundary.SearchFound;
import org.epione.cloud.boundary.SearchState;
import org.epione.crypto.identity.RecordId;
import org.epione.platform.identity.PartyCode;

/** What one cloud says to a search, with those of its findings that were verified. */
@Entity
@Table(name = "history_answer")
@NamedQuery(
    name = "HistoryAnswer.of",
    query = "select a from HistoryAnswer a where a.searchId = :search order by a.cloud")
public class HistoryAnswer {

  @Id
  @Column(length = 72)
  private String id;

  @Column(name = "search_id", nullable = false, length = 32, updatable = false)
  private String searchId;

  @Column(nullable = false, length = 32, updatable = false)
  private String cloud;

  @Enumerated(EnumType.STRING)
  @Column(name = "answer_state", nullable = false, length = 16)
  private SearchState state = SearchState.SEARCHING;

  @Column(nullable = false)
  private long tested;

  @Column(nullable = false)
  private long unreadable;

  @Column(nullable = false)
  private long total;

  @Column(nullable = false)
  private byte[] found = new byte[0];

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected HistoryAnswer() {}

  /** An answer that is waited for. */
  public HistoryAnswer(String search, PartyCode cloud) {
    this.id = idOf(search, cloud);
    this.searchId = search;
    this.cloud = cloud.value();
  }

  /** One of each cloud that is asked. */
  public static String idOf(String search, PartyCode cloud) {
    return search + "/" + cloud;
  }

  /**
   * What the cloud says; what it said before stays where this says less, since answers can overtake
   * each other. What was verified stays found.
   *
   * @param verified of what it found
   */
  public void said(SearchFound answer, List<RecordId> verified) {
    if (isOver() || answer.tested() + answer.unreadable() < looked()) {
      return;
    }
    state = answer.state();
    tested = answer.tested();
    unreadable = answer.unreadable();
    total = Math.max(answer.total(), looked());
    Set<RecordId> all = new LinkedHashSet<>(found());
    all.addAll(verified);
    found = EpisodeIds.join(List.copyOf(all));
  }

  /** Whether the cloud says nothing more. */
  public boolean isOver() {
    return state != SearchState.SEARCHING;
  }

  private long looked() {
    return tested + unreadable;
  }

  public PartyCode cloud() {
    return new PartyCode(cloud);
  }

  public SearchState state() {
    return state;
  }

  public long tested() {
    return tested;
  }

  public long unreadable() {
    return unreadable;
  }

  public long total() {
    return total;
  }

  /** Her records that match. */
  public List<RecordId> found() {
    return EpisodeIds.split(found);
  }
}
