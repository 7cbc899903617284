package org.epione.platform.erasure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.epione.platform.identity.PartyCode;

/** An account or episode of a hospital of which one party keeps nothing, and takes nothing more. */
@Entity
@Table(name = "forgotten")
public class Forgotten {

  @Id
  @Column(length = 110)
  private String id;

  @Column(name = "forgotten_at", nullable = false, updatable = false)
  private Instant at;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Forgotten() {}

  Forgotten(String id, Instant at) {
    this.id = id;
    this.at = at;
  }

  /** One hospital cannot name what is another's. */
  static String id(PartyCode holder, PartyCode hospital, String what) {
    return holder + "/" + hospital + "/" + what;
  }

  /** Since when. */
  public Instant at() {
    return at;
  }
}
