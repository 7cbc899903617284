package org.epione.ledger.transparency;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.merkle.ConsistencyProof;

/**
 * A log asks a witness to cosign its head (as C2SP tlog-witness does over HTTP): payload of {@code
 * ledger.checkpoint}. The old root is what the log says that it had at the old size; a log that
 * says something else than it signed then has convicted itself.
 *
 * @param oldRoot root of the tree of the old size; the hash of nothing if that is 0
 * @param proof from the old size, that of the head which the witness cosigned last, to the new one
 * @param checkpoint the head, signed by the log
 */
public record CheckpointOffer(Digest oldRoot, ConsistencyProof proof, SignedNote checkpoint) {

  /** Longest checkpoint in an offer, in bytes. */
  static final int MAX_CHECKPOINT = 4096;

  private static final String TAG = "epione.checkpoint-offer";

  /** Checks that the proof leads to the head, which is not empty. */
  public CheckpointOffer {
    long size = Checkpoint.parse(checkpoint.text()).size();
    if (size == 0
        || proof.newSize() != size
        || checkpoint.encode().length > MAX_CHECKPOINT
        || (proof.oldSize() == 0 && !oldRoot.equals(WitnessedHead.NONE.root()))) {
      throw new MalformedNoteException("no head with the proof that leads to it");
    }
  }

  /** The head that is offered. */
  public Checkpoint head() {
    return Checkpoint.parse(checkpoint.text());
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(oldRoot.bytes(), Digest.LENGTH)
        .bytes(proof.encode())
        .bytes(checkpoint.encode())
        .toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static CheckpointOffer decode(byte[] encoded) {
    try {
      return CanonicalReader.decode(
          TAG,
          1,
          encoded,
          from ->
              new CheckpointOffer(
                  Digest.decode(from.fixed(Digest.LENGTH)),
                  ConsistencyProof.decode(from.bytes(ConsistencyProof.MAX_LENGTH)),
                  SignedNote.parse(from.bytes(MAX_CHECKPOINT))));
    } catch (MalformedNoteException e) {
      throw new MalformedEncodingException(TAG + ": " + e.getMessage(), e);
    }
  }
}
