package org.epione.ledger.transparency;

import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;

/**
 * A witness's answer to a {@link CheckpointOffer}: payload of {@code ledger.witness}.
 *
 * @param size of the head that was offered
 * @param checkpoint SHA-256 of its text
 * @param cosignature what stands in the witness's signature line: identifier of the key (4 bytes),
 *     time (8 bytes) and signature (64 bytes)
 * @param known size of the head that the witness cosigned last, from which it wants a proof
 * @param refusal why it does not cosign, a code; exactly one of these three is there
 */
public record WitnessAnswer(
    long size,
    Digest checkpoint,
    Optional<ByteString> cosignature,
    Optional<Long> known,
    Optional<String> refusal) {

  private static final String TAG = "epione.witness-answer";
  private static final int COSIGNATURE_LENGTH = 76;
  private static final int MAX_REFUSAL = 64;

  /** Checks that it is one answer. */
  public WitnessAnswer {
    int answers =
        (cosignature.isPresent() ? 1 : 0)
            + (known.isPresent() ? 1 : 0)
            + (refusal.isPresent() ? 1 : 0);
    if (answers != 1
        || size < 0
        || known.filter(value -> value < 0).isPresent()
        || cosignature.filter(value -> value.size() != COSIGNATURE_LENGTH).isPresent()) {
      throw new IllegalArgumentException("a cosignature, a size or a refusal");
    }
  }

  /** A cosignature of this head. */
  public static WitnessAnswer cosigned(Checkpoint head, SignedNote.Signature cosignature) {
    return new WitnessAnswer(
        head.size(),
        head.digest(),
        Optional.of(cosignature.value()),
        Optional.empty(),
        Optional.empty());
  }

  /** This head with a proof from this size, please. */
  public static WitnessAnswer knows(Checkpoint head, long size) {
    return new WitnessAnswer(
        head.size(), head.digest(), Optional.empty(), Optional.of(size), Optional.empty());
  }

  /** Not this head. */
  public static WitnessAnswer refused(Checkpoint head, String why) {
    return new WitnessAnswer(
        head.size(), head.digest(), Optional.empty(), Optional.empty(), Optional.of(why));
  }

  /** Whether it answers the offer of this head. */
  public boolean answers(Checkpoint head) {
    return size == head.size() && checkpoint.equals(head.digest());
  }

  /** The signature line of the witness with this key, if it cosigned. */
  public Optional<SignedNote.Signature> line(NoteKey witness) {
    return cosignature.map(value -> new SignedNote.Signature(witness.name(), value));
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .u64(size)
        .fixed(checkpoint.bytes(), Digest.LENGTH)
        .optional(cosignature, (to, value) -> to.fixed(value.bytes(), COSIGNATURE_LENGTH))
        .optional(known, (to, value) -> to.u64(value))
        .optional(refusal, CanonicalWriter::text)
        .toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static WitnessAnswer decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new WitnessAnswer(
                from.u64(),
                Digest.decode(from.fixed(Digest.LENGTH)),
                from.optional(item -> ByteString.of(item.fixed(COSIGNATURE_LENGTH))),
                from.optional(CanonicalReader::u64),
                from.optional(item -> item.text(MAX_REFUSAL))));
  }
}
