package org.epione.ledger.transparency;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;

/**
 * A witness tells another which head of a log it cosigned last: payload of {@code
 * ledger.head-seen}. What counts is that the log signed it, whoever tells it.
 *
 * @param hospital code of the hospital whose log it is
 * @param head the checkpoint, at most 4,096 bytes
 */
public record SeenHead(String hospital, SignedNote head) {

  private static final String TAG = "epione.seen-head";
  private static final int MAX_CODE = 32;

  /** Checks that it is a head, which is not empty. */
  public SeenHead {
    if (Checkpoint.parse(head.text()).size() == 0
        || head.encode().length > CheckpointOffer.MAX_CHECKPOINT) {
      throw new MalformedNoteException("no head of a log that has records");
    }
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1).text(hospital).bytes(head.encode()).toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static SeenHead decode(byte[] encoded) {
    try {
      return CanonicalReader.decode(
          TAG,
          1,
          encoded,
          from ->
              new SeenHead(
                  from.text(MAX_CODE),
                  SignedNote.parse(from.bytes(CheckpointOffer.MAX_CHECKPOINT))));
    } catch (MalformedNoteException e) {
      throw new MalformedEncodingException(TAG + ": " + e.getMessage(), e);
    }
  }
}
