package org.epione.ledger.block;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.rules.BlockRules;

/**
 * What the supernodes sign of a block (protocols 7). Its {@link #hash} names the block.
 *
 * @param chain pseudo-identity of the hospital whose chain it is
 * @param height 0 for the first block
 * @param previous hash of the block before; 32 zero bytes for the first
 * @param time when it was made; never before that of the block before, milliseconds
 * @param producer pseudo-identity of the hospital that made it
 * @param recordCount number of records, 1 to 100
 * @param root root of the RFC 6962 tree over the encoded records
 * @param credit digest of all scores after this block
 */
public record BlockHeader(
    Pid chain,
    long height,
    Digest previous,
    Instant time,
    Pid producer,
    int recordCount,
    Digest root,
    Digest credit) {

  /** What stands for the block before the first. */
  public static final Digest NO_BLOCK = Digest.decode(new byte[Digest.LENGTH]);

  private static final String TAG = "epione.block-header";

  /** Checks the ranges; drops what is finer than a millisecond. */
  public BlockHeader {
    time = time.truncatedTo(ChronoUnit.MILLIS);
    if (height < 0 || recordCount < 1 || recordCount > BlockRules.MOST_RECORDS) {
      throw new IllegalArgumentException("block header out of range");
    }
  }

  /** The canonical encoding, which is what both supernodes sign with Ed25519. */
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    chain.write(to);
    to.u64(height).fixed(previous.bytes(), Digest.LENGTH).instant(time);
    producer.write(to);
    return to.u16(recordCount)
        .fixed(root.bytes(), Digest.LENGTH)
        .fixed(credit.bytes(), Digest.LENGTH)
        .toByteArray();
  }

  /** SHA-256 of the encoding: names the block. */
  public Digest hash() {
    return Digest.of(encode());
  }

  /** Reads what {@link #encode} wrote. */
  public static BlockHeader decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new BlockHeader(
                Pid.read(from),
                from.u64(),
                Digest.decode(from.fixed(Digest.LENGTH)),
                from.instant(),
                Pid.read(from),
                from.u16(),
                Digest.decode(from.fixed(Digest.LENGTH)),
                Digest.decode(from.fixed(Digest.LENGTH))));
  }
}
