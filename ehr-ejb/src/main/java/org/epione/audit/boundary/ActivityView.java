package org.epione.audit.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How much comes onto a chain.
 *
 * @param at when this was read
 * @param lastHour records put into blocks in the hour before
 * @param hours the last 72 full hours and the one that goes on, earliest first
 * @param stamp the time stamp on the largest head that has one
 */
public record ActivityView(Instant at, long lastHour, List<Hour> hours, Optional<Stamp> stamp) {

  public ActivityView {
    hours = List.copyOf(hours);
  }

  /** Records put into blocks in the hour that begins then. */
  public record Hour(Instant begins, long records) {}

  /**
   * A time stamp authority's word that a head existed.
   *
   * @param size number of records under it
   * @param time by the authority's clock
   */
  public record Stamp(long size, Instant time) {}
}
