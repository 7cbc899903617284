package org.epione.ledger.transparency;

import java.nio.charset.StandardCharsets;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;

/**
 * What a hospital writes into a public or a consortium's chain of blocks to show later that its log
 * had this head by then: the data of one transaction. It holds the text of the checkpoint, so that
 * people find what they compare, and no signature: that stands on the checkpoint which the log
 * publishes.
 *
 * @param head of a log that has records
 */
public record HeadAnchor(Checkpoint head) {

  /** Longest text of a checkpoint in bytes. */
  private static final int MAX_TEXT = 512;

  private static final String TAG = "epione.head-anchor";

  /** Checks that the log has records, and a name of bearable length. */
  public HeadAnchor {
    if (head.size() == 0 || head.text().getBytes(StandardCharsets.UTF_8).length > MAX_TEXT) {
      throw new MalformedNoteException("no head of a log that has records");
    }
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1).text(head.text()).toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static HeadAnchor decode(byte[] encoded) {
    try {
      return CanonicalReader.decode(
          TAG, 1, encoded, from -> new HeadAnchor(Checkpoint.parse(from.text(MAX_TEXT))));
    } catch (MalformedNoteException e) {
      throw new MalformedEncodingException(TAG + ": " + e.getMessage(), e);
    }
  }
}
