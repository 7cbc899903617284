package org.epione.ledger.rules;

import java.time.Duration;
import java.util.function.Function;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.Header;
import org.epione.crypto.codec.MalformedEncodingException;

/**
 * When a block and an epoch are closed and which times are believed; durations to the millisecond.
 * Rules with epochs of a year are encoded as version 1, like those from before there were epochs.
 *
 * @param maxRecords a block with so many records is closed, 1 to 1000
 * @param maxWait a block is closed when its oldest record has waited so long
 * @param maxRecordAge a record older than this when its block is made is refused
 * @param maxClockSkew how far the clocks of honest parties may differ
 * @param epoch how long an epoch lasts before it is closed; longer than a record may be old, so
 *     that none of an epoch before the last can come again
 */
public record BlockRules(
    int maxRecords,
    Duration maxWait,
    Duration maxRecordAge,
    Duration maxClockSkew,
    Duration epoch) {

  /** Most records in any block. */
  public static final int MOST_RECORDS = 1000;

  /** How long an epoch lasts where the rules say nothing else. */
  public static final Duration YEAR = Duration.ofDays(365);

  /**
   * Up to 500 records, closed at once: what comes in while a block waits for its cosignature makes
   * the next one, so blocks are as large as the load makes them. Records up to three days old, skew
   * two minutes.
   */
  public static final BlockRules DEFAULT =
      new BlockRules(500, Duration.ZERO, Duration.ofDays(3), Duration.ofMinutes(2));

  /** The papers' preset: 10 records, every 60 seconds. */
  public static final BlockRules PAPER =
      new BlockRules(10, Duration.ofSeconds(60), Duration.ofDays(3), Duration.ofMinutes(2));

  private static final String TAG = "epione.block-rules";
  private static final int YEARLY = 1;
  private static final int OTHER_EPOCHS = 2;

  /** Checks the ranges. */
  public BlockRules {
    if (maxRecords < 1 || maxRecords > MOST_RECORDS) {
      throw new IllegalArgumentException("block rules: 1 to " + MOST_RECORDS + " records");
    }
    if (maxWait.isNegative() || maxRecordAge.isNegative() || maxClockSkew.isNegative()) {
      throw new IllegalArgumentException("block rules: negative duration");
    }
    if (epoch.compareTo(maxRecordAge.plus(maxClockSkew.multipliedBy(2))) <= 0) {
      throw new IllegalArgumentException("block rules: epoch shorter than records may be old");
    }
  }

  /** Rules with epochs of a year. */
  public BlockRules(
      int maxRecords, Duration maxWait, Duration maxRecordAge, Duration maxClockSkew) {
    this(maxRecords, maxWait, maxRecordAge, maxClockSkew, YEAR);
  }

  /** The canonical encoding. */
  public byte[] encode() {
    boolean yearly = epoch.equals(YEAR);
    CanonicalWriter to =
        CanonicalWriter.of(TAG, yearly ? YEARLY : OTHER_EPOCHS)
            .u16(maxRecords)
            .u64(maxWait.toMillis())
            .u64(maxRecordAge.toMillis())
            .u64(maxClockSkew.toMillis());
    return yearly ? to.toByteArray() : to.u64(epoch.toMillis()).toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static BlockRules decode(byte[] encoded) {
    return Header.of(encoded).version() == OTHER_EPOCHS
        ? CanonicalReader.decode(TAG, OTHER_EPOCHS, encoded, BlockRules::withEpochs)
        : CanonicalReader.decode(TAG, YEARLY, encoded, from -> read(from, none -> YEAR));
  }

  private static BlockRules withEpochs(CanonicalReader from) {
    BlockRules rules = read(from, BlockRules::millis);
    if (rules.epoch.equals(YEAR)) {
      throw new MalformedEncodingException(TAG + ": epochs of a year have version 1");
    }
    return rules;
  }

  private static BlockRules read(CanonicalReader from, Function<CanonicalReader, Duration> epoch) {
    return new BlockRules(from.u16(), millis(from), millis(from), millis(from), epoch.apply(from));
  }

  private static Duration millis(CanonicalReader from) {
    return Duration.ofMillis(from.u64());
  }
}
