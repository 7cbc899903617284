package org.epione.ledger.rules;

import java.time.Duration;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * When a block is closed and which times are believed; durations to the millisecond.
 *
 * @param maxRecords a block with so many records is closed, 1 to 100
 * @param maxWait a block is closed when its oldest record has waited so long
 * @param maxRecordAge a record older than this when its block is made is refused
 * @param maxClockSkew how far the clocks of honest parties may differ
 */
public record BlockRules(
    int maxRecords, Duration maxWait, Duration maxRecordAge, Duration maxClockSkew) {

  /** Most records in any block. */
  public static final int MOST_RECORDS = 100;

  /**
   * Up to 50 records, closed at once: what comes in while a block waits for its cosignature makes
   * the next one. Records up to three days old, skew two minutes.
   */
  public static final BlockRules DEFAULT =
      new BlockRules(50, Duration.ZERO, Duration.ofDays(3), Duration.ofMinutes(2));

  /** The papers' preset: 10 records, every 60 seconds. */
  public static final BlockRules PAPER =
      new BlockRules(10, Duration.ofSeconds(60), Duration.ofDays(3), Duration.ofMinutes(2));

  private static final String TAG = "epione.block-rules";

  /** Checks the ranges. */
  public BlockRules {
    if (maxRecords < 1 || maxRecords > MOST_RECORDS) {
      throw new IllegalArgumentException("block rules: 1 to " + MOST_RECORDS + " records");
    }
    if (maxWait.isNegative() || maxRecordAge.isNegative() || maxClockSkew.isNegative()) {
      throw new IllegalArgumentException("block rules: negative duration");
    }
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .u16(maxRecords)
        .u64(maxWait.toMillis())
        .u64(maxRecordAge.toMillis())
        .u64(maxClockSkew.toMillis())
        .toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static BlockRules decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from -> new BlockRules(from.u16(), millis(from), millis(from), millis(from)));
  }

  private static Duration millis(CanonicalReader from) {
    return Duration.ofMillis(from.u64());
  }
}
