package org.epione.ledger.finality;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.block.SignedHeader;
import org.epione.ledger.state.Founding;
import org.epione.ledger.state.SignatureChecks;
import org.epione.ledger.transparency.NoteKey;

/**
 * Two signed headers of one chain that cannot both be on it: of one height, or the second of the
 * next height and naming another block before it. Proves, to whoever has the signers' certificates,
 * that whoever signed both showed two histories.
 *
 * @param first the header seen first
 * @param second the header that contradicts it
 */
public record Equivocation(SignedHeader first, SignedHeader second) {

  /** Most bytes in an encoding. */
  public static final int MAX_LENGTH = 4096;

  /** What its encoding says that it is. */
  public static final String TAG = "epione.equivocation";

  /** Checks that the headers contradict each other; no signature is checked. */
  public Equivocation {
    if (!contradict(first, second)) {
      throw new IllegalArgumentException("headers that do not contradict each other");
    }
  }

  /** Whether no chain has both. */
  public static boolean contradict(SignedHeader first, SignedHeader second) {
    long apart = second.header().height() - first.header().height();
    boolean sameHeight = apart == 0 && !second.header().equals(first.header());
    boolean brokenLink = apart == 1 && !second.header().previous().equals(first.header().hash());
    return first.header().chain().equals(second.header().chain()) && (sameHeight || brokenLink);
  }

  /** The height from which on there are two histories, at the latest. */
  public long height() {
    return first.header().height();
  }

  /** Whether the hospital of that chain signed both. */
  public boolean isByHospital(SignatureChecks checks, Founding founding) {
    return founding.chain().equals(first.header().chain())
        && isByHospital(checks, founding.hospital().identity().signingKey());
  }

  /** Whether whoever has the key of that chain's log, the hospital, signed both. */
  public boolean isByHospital(SignatureChecks checks, NoteKey log) {
    return log.role() == NoteKey.Role.LOG
        && log.isOf(first.header().chain())
        && isByHospital(checks, log.publicKey());
  }

  private boolean isByHospital(SignatureChecks checks, ByteString key) {
    return signed(checks, key, first, first.hospital())
        && signed(checks, key, second, second.hospital());
  }

  /** Whether the cloud signed both, too. */
  public boolean isByCloud(SignatureChecks checks, Founding founding) {
    ByteString key = founding.cloud().identity().signingKey();
    return signed(checks, key, first, first.cloud()) && signed(checks, key, second, second.cloud());
  }

  private static boolean signed(
      SignatureChecks checks, ByteString key, SignedHeader header, ByteString signature) {
    return checks.ed25519(key, header.header().encode(), signature);
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1).bytes(first.encode()).bytes(second.encode()).toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static Equivocation decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new Equivocation(
                SignedHeader.decode(from.bytes(SignedHeader.MAX_LENGTH)),
                SignedHeader.decode(from.bytes(SignedHeader.MAX_LENGTH))));
  }
}
