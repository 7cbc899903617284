package org.epione.ledger.block;

import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.KeyLengths;
import org.epione.ledger.identity.Pid;

/**
 * The cloud's answer to a proposed block: its signature, or why it refuses. Payload of {@code
 * ledger.cosign}.
 *
 * @param chain whose chain
 * @param height of the block
 * @param block hash of the proposed header
 * @param signature the cloud's Ed25519 signature over the header; absent if refused
 * @param refusal why it refuses, in one line; absent if signed
 */
public record Cosignature(
    Pid chain,
    long height,
    Digest block,
    Optional<ByteString> signature,
    Optional<String> refusal) {

  private static final String TAG = "epione.cosignature";
  private static final int MAX_REFUSAL = 512;

  /** Checks that exactly one of signature and refusal is there. */
  public Cosignature {
    if (signature.isPresent() == refusal.isPresent()) {
      throw new IllegalArgumentException("either a signature or a refusal");
    }
    signature.ifPresent(
        s -> KeyLengths.require(s, KeyLengths.ED25519_SIGNATURE, "an Ed25519 signature"));
  }

  /** A signature for this header. */
  public static Cosignature signed(BlockHeader header, ByteString signature) {
    return new Cosignature(
        header.chain(), header.height(), header.hash(), Optional.of(signature), Optional.empty());
  }

  /** A refusal of this header. */
  public static Cosignature refused(BlockHeader header, String why) {
    return new Cosignature(
        header.chain(), header.height(), header.hash(), Optional.empty(), Optional.of(why));
  }

  /** The canonical encoding. */
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    chain.write(to);
    return to.u64(height)
        .fixed(block.bytes(), Digest.LENGTH)
        .optional(signature, (out, value) -> out.fixed(value.bytes(), KeyLengths.ED25519_SIGNATURE))
        .optional(refusal, CanonicalWriter::text)
        .toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static Cosignature decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new Cosignature(
                Pid.read(from),
                from.u64(),
                Digest.decode(from.fixed(Digest.LENGTH)),
                from.optional(item -> ByteString.of(item.fixed(KeyLengths.ED25519_SIGNATURE))),
                from.optional(item -> item.text(MAX_REFUSAL))));
  }
}
