package org.epione.audit.entity;

import java.util.Optional;

/**
 * What a check is of: all acts of an episode, one record with the episode that it is of, if any, or
 * with neither the chain as a whole.
 *
 * @param episode its id (EID), in hexadecimal
 * @param record id, in hexadecimal
 */
public record CheckTarget(Optional<String> episode, Optional<String> record) {

  /** The chain as a whole. */
  public static final CheckTarget CHAIN = new CheckTarget(Optional.empty(), Optional.empty());

  /** All acts of an episode. */
  public static CheckTarget episode(String id) {
    return new CheckTarget(Optional.of(id), Optional.empty());
  }

  /** One record. */
  public static CheckTarget record(String id, Optional<String> episode) {
    return new CheckTarget(episode, Optional.of(id));
  }
}
