package org.epione.ledger.connector.store;

import java.time.Instant;
import org.epione.crypto.transcript.Digest;

/**
 * An archived epoch of one party's copy of a chain.
 *
 * @param epoch its number
 * @param firstHeight height of its first block
 * @param lastHeight height of its last block
 * @param name of the file in which its records lie
 * @param digest SHA-256 with which that file ends
 * @param archived when its records were deleted here
 * @param by who had them deleted, as the application names its accounts; at most 64 characters
 */
public record ArchiveRow(
    long epoch,
    long firstHeight,
    long lastHeight,
    String name,
    Digest digest,
    Instant archived,
    String by) {

  /** Where a record or block of it is to be found, in a few words. */
  public String place() {
    return "archive " + name + ", epoch " + epoch + ", digest " + digest.hex();
  }
}
