package org.epione.ledger.transparency;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.merkle.ConsistencyProof;

/**
 * Evidence that a log signed two heads of which the larger does not begin with the leaves of the
 * smaller. It needs nothing but the log's key to verify: whoever does not have that key cannot make
 * one, whatever she witnesses.
 *
 * @param log the key that signed both
 * @param first the smaller head, or one of two of the same size
 * @param second the other
 * @param begins root of the tree of the first size with which the second head begins; another than
 *     that of the first head
 * @param proof that it does; empty if both have the same size
 */
public record LogContradiction(
    NoteKey log, SignedNote first, SignedNote second, Digest begins, ConsistencyProof proof) {

  /** Longest encoding in bytes. */
  public static final int MAX_LENGTH = 16_384;

  /** What its encoding says that it is. */
  public static final String TAG = "epione.log-contradiction";

  private static final int MAX_KEY = 1024;

  /** Checks that both are checkpoints of the sizes of the proof. */
  public LogContradiction {
    if (log.role() != NoteKey.Role.LOG
        || Checkpoint.parse(first.text()).size() != proof.oldSize()
        || Checkpoint.parse(second.text()).size() != proof.newSize()) {
      throw new MalformedNoteException("no two heads of a log with a proof between them");
    }
  }

  /**
   * What an offer contradicts.
   *
   * @param log the key of the log
   * @param last what was cosigned last
   * @param offer what {@link WitnessRule} calls a contradiction to it
   */
  public static LogContradiction of(NoteKey log, SignedNote last, CheckpointOffer offer) {
    return Checkpoint.parse(last.text()).size() == offer.head().size()
        ? ofOneSize(log, last, offer.checkpoint())
        : new LogContradiction(
            log,
            last.signedBy(log.name()),
            offer.checkpoint().signedBy(log.name()),
            offer.oldRoot(),
            offer.proof());
  }

  /** Two heads of one size with different roots. */
  public static LogContradiction ofOneSize(NoteKey log, SignedNote first, SignedNote second) {
    Checkpoint head = Checkpoint.parse(second.text());
    return new LogContradiction(
        log,
        first.signedBy(log.name()),
        second.signedBy(log.name()),
        head.root(),
        new ConsistencyProof(head.size(), head.size(), List.of()));
  }

  /** Whether the log really contradicted itself. */
  public boolean holds(NoteVerifier verifier) {
    Checkpoint one = Checkpoint.parse(first.text());
    Checkpoint two = Checkpoint.parse(second.text());
    return one.origin().equals(log.name())
        && two.origin().equals(log.name())
        && verifier.isSigned(first, log)
        && verifier.isSigned(second, log)
        && !begins.equals(one.root())
        && proof.proves(begins, two.root());
  }

  /** Names this evidence. */
  public Digest digest() {
    return Digest.of(encode());
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .bytes(log.text().getBytes(StandardCharsets.UTF_8))
        .bytes(first.encode())
        .bytes(second.encode())
        .fixed(begins.bytes(), Digest.LENGTH)
        .bytes(proof.encode())
        .toByteArray();
  }

  /** Reads what {@link #encode} wrote; whether it holds, {@link #holds} tells. */
  public static LogContradiction decode(byte[] encoded) {
    try {
      return CanonicalReader.decode(
          TAG,
          1,
          encoded,
          from ->
              new LogContradiction(
                  key(from.bytes(MAX_KEY)),
                  SignedNote.parse(from.bytes(CheckpointOffer.MAX_CHECKPOINT)),
                  SignedNote.parse(from.bytes(CheckpointOffer.MAX_CHECKPOINT)),
                  Digest.decode(from.fixed(Digest.LENGTH)),
                  ConsistencyProof.decode(from.bytes(ConsistencyProof.MAX_LENGTH))));
    } catch (MalformedNoteException e) {
      throw new MalformedEncodingException(TAG + ": " + e.getMessage(), e);
    }
  }

  private static NoteKey key(byte[] utf8) {
    String text = Notes.text(utf8);
    NoteKey key = NoteKey.parse(text);
    if (!key.text().equals(text)) {
      throw new MalformedNoteException("not a key in its one form");
    }
    return key;
  }
}
