package org.epione.cloud.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.epione.cloud.boundary.EpisodeIds;
import org.epione.cloud.boundary.SearchFound;
import org.epione.cloud.boundary.SearchId;
import org.epione.cloud.boundary.SearchState;
import org.epione.crypto.identity.RecordId;
import org.epione.platform.identity.PartyCode;

/** A search that a cloud hosted here carries out, as far as it is. */
@Entity
@Table(name = "cloud_search")
@NamedQuery(
    name = "CloudSearch.running",
    query =
        "select count(s) from CloudSearch s where s.cloud = :cloud and s.hospital = :hospital"
            + " and s.begunAt >= :since")
@NamedQuery(
    name = "CloudSearch.removeOld",
    query = "delete from CloudSearch s where s.begunAt < :before")
public class CloudSearch {

  @Id
  @Column(length = 100)
  private String id;

  @Column(nullable = false, length = 32, updatable = false)
  private String cloud;

  @Column(nullable = false, length = 32, updatable = false)
  private String hospital;

  @Column(name = "search_id", nullable = false, length = 32, updatable = false)
  private String searchId;

  @Column(name = "protected_trapdoor", nullable = false, updatable = false)
  private byte[] protectedTrapdoor;

  @Column(nullable = false)
  private int portion;

  @Column(name = "last_object", nullable = false, length = 100)
  private String lastObject = "";

  @Column(nullable = false)
  private long tested;

  @Column(nullable = false)
  private long unreadable;

  @Column(nullable = false, updatable = false)
  private long total;

  @Column(nullable = false)
  private byte[] found = new byte[0];

  @Column(name = "begun_at", nullable = false, updatable = false)
  private Instant begunAt;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected CloudSearch() {}

  /**
   * A search of which nothing is done yet.
   *
   * @param protectedTrapdoor under the cloud's own key
   * @param total records of the hospital now
   */
  public CloudSearch(
      PartyCode cloud,
      PartyCode hospital,
      SearchId search,
      byte[] protectedTrapdoor,
      long total,
      Instant now) {
    this.id = idOf(cloud, hospital, search);
    this.cloud = cloud.value();
    this.hospital = hospital.value();
    this.searchId = search.hex();
    this.protectedTrapdoor = protectedTrapdoor.clone();
    this.total = total;
    this.begunAt = now;
  }

  /** One hospital cannot name what is another's. */
  public static String idOf(PartyCode cloud, PartyCode hospital, SearchId search) {
    return cloud + "/" + hospital + "/" + search;
  }

  public String id() {
    return id;
  }

  public PartyCode hospital() {
    return new PartyCode(hospital);
  }

  public SearchId search() {
    return SearchId.ofHex(searchId);
  }

  public byte[] protectedTrapdoor() {
    return protectedTrapdoor.clone();
  }

  /** Which portion is next, from 0. */
  public int portion() {
    return portion;
  }

  /** The id of the object that was looked at last; empty before the first. */
  public String lastObject() {
    return lastObject;
  }

  /** An object was tested. */
  public void tested(CloudObject object, boolean matches) {
    tested++;
    lastObject = object.id();
    if (matches) {
      found(RecordId.ofHex(object.episode()));
    }
  }

  private void found(RecordId episode) {
    List<RecordId> all = new ArrayList<>(EpisodeIds.split(found));
    if (all.size() < SearchFound.MAX_FOUND && !all.contains(episode)) {
      all.add(episode);
      found = EpisodeIds.join(all);
    }
  }

  /** An object could not be tested. */
  public void unreadable(CloudObject object) {
    unreadable++;
    lastObject = object.id();
  }

  /** A portion is done, another follows. */
  public void next() {
    portion++;
  }

  /** How far it is. */
  public SearchFound soFar(SearchState state) {
    return new SearchFound(search(), state, tested, unreadable, total, EpisodeIds.split(found));
  }
}
