package org.epione.audit.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * An epoch of a chain.
 *
 * @param number from 1
 * @param firstHeight height of its first block
 * @param lastHeight height of its last block; empty while it is open
 * @param records number of records in it so far
 * @param endsAt when it is over, and is closed by the next block
 * @param closedAt when it was closed
 * @param anchor hash of the closing's block, in hexadecimal
 * @param stateDigest of the sealed state, as the closing names it, in hexadecimal; empty where the
 *     closing itself was moved away
 * @param archive where its records lie, if they were deleted here
 */
public record EpochView(
    long number,
    State state,
    long firstHeight,
    Optional<Long> lastHeight,
    long records,
    Optional<Instant> endsAt,
    Optional<Instant> closedAt,
    Optional<String> anchor,
    Optional<String> stateDigest,
    Optional<ArchiveView> archive) {

  /** How far an epoch is. */
  public enum State {
    OPEN,
    CLOSED,
    ARCHIVED
  }

  /**
   * Where the records of an epoch lie.
   *
   * @param name of the file
   * @param digest with which it ends, in hexadecimal
   * @param deletedAt when they were deleted here
   * @param deletedBy user name of who had them deleted, where the account is still there
   */
  public record ArchiveView(
      String name, String digest, Instant deletedAt, Optional<String> deletedBy) {}
}
