package org.epione.ledger.finality;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.identity.KeyLengths;
import org.epione.ledger.identity.Pid;

/**
 * A station's vote for a block and, through the hashes in its header, for all before it: the doctor
 * has received and checked them. Whether it counts is decided by {@link Electorate}.
 *
 * @param chain pseudo-identity of the hospital whose chain it is
 * @param height of the block
 * @param block hash of its header
 * @param doctor in whose name the station signs
 * @param signature the station's Ed25519 signature over {@link #toSign}, 64 bytes
 */
public record Countersignature(
    Pid chain, long height, Digest block, Pid doctor, ByteString signature) {

  /** Most bytes in an encoding. */
  public static final int MAX_LENGTH = 512;

  private static final String TAG = "epione.countersignature";
  private static final String SIGNED_TAG = "epione.countersigned";

  /** Checks the ranges. */
  public Countersignature {
    KeyLengths.require(signature, KeyLengths.ED25519_SIGNATURE, "an Ed25519 signature");
    if (height < 0) {
      throw new IllegalArgumentException("height out of range");
    }
  }

  /** The vote of {@code doctor}'s station, which signed {@link #toSign}. */
  public static Countersignature of(BlockHeader header, Pid doctor, byte[] signature) {
    return new Countersignature(
        header.chain(), header.height(), header.hash(), doctor, ByteString.of(signature));
  }

  /** What the station of {@code doctor} signs for the block with this header. */
  public static byte[] toSign(BlockHeader header, Pid doctor) {
    return toSign(header.chain(), header.height(), header.hash(), doctor);
  }

  /** What the station signed. */
  public byte[] toSign() {
    return toSign(chain, height, block, doctor);
  }

  private static byte[] toSign(Pid chain, long height, Digest block, Pid doctor) {
    CanonicalWriter to = CanonicalWriter.of(SIGNED_TAG, 1);
    chain.write(to);
    to.u64(height).fixed(block.bytes(), Digest.LENGTH);
    doctor.write(to);
    return to.toByteArray();
  }

  /** The canonical encoding. */
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    chain.write(to);
    to.u64(height).fixed(block.bytes(), Digest.LENGTH);
    doctor.write(to);
    return to.fixed(signature.bytes(), KeyLengths.ED25519_SIGNATURE).toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static Countersignature decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new Countersignature(
                Pid.read(from),
                from.u64(),
                Digest.decode(from.fixed(Digest.LENGTH)),
                Pid.read(from),
                ByteString.of(from.fixed(KeyLengths.ED25519_SIGNATURE))));
  }
}
