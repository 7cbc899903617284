package org.epione.cloud.boundary;

import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.Header;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.scheme.pre.ScopedCiphertext;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.LedgerRecord;

/**
 * {@code cloud.store}, hospital to cloud: keep this ciphertext, which this diagnosis record is
 * about. Answered by {@code cloud.stored} ({@link StoreReceipt}) or {@code cloud.refused} ({@link
 * StoreRefusal}).
 *
 * @param record encoded and signed DIAGNOSIS record, not yet on the chain
 * @param ciphertext encoded SCOPED ciphertext
 * @param attachments digests of sealed attachments that the record needs, each stored before by
 *     {@link KeepPiece}: without one of them there is no receipt
 */
public record StoreRequest(ByteString record, ByteString ciphertext, List<Digest> attachments) {

  public static final String TYPE = "cloud.store";

  /** Longest ciphertext in bytes; a cloud may allow less. */
  public static final int MAX_CIPHERTEXT = ScopedCiphertext.MAX_PAYLOAD + 1024;

  /** Most attachments of one record. */
  public static final int MAX_ATTACHMENTS = 8 * 16;

  private static final String TAG = "epione.cloud.store";
  private static final int ALONE = 1;
  private static final int WITH_ATTACHMENTS = 2;

  public StoreRequest {
    attachments = List.copyOf(attachments);
    if (attachments.size() > MAX_ATTACHMENTS) {
      throw new IllegalArgumentException("too many attachments");
    }
  }

  /** A record without attachments. */
  public StoreRequest(ByteString record, ByteString ciphertext) {
    this(record, ciphertext, List.of());
  }

  /** The canonical encoding. */
  public byte[] encode() {
    CanonicalWriter to =
        CanonicalWriter.of(TAG, attachments.isEmpty() ? ALONE : WITH_ATTACHMENTS)
            .bytes(record.bytes())
            .bytes(ciphertext.bytes());
    if (!attachments.isEmpty()) {
      to.list(attachments, (out, digest) -> out.fixed(digest.bytes(), Digest.LENGTH));
    }
    return to.toByteArray();
  }

  /** Reads back {@link #encode}. */
  public static StoreRequest decode(byte[] encoded) {
    int version = Math.min(Header.of(encoded).version(), WITH_ATTACHMENTS);
    CanonicalReader in = CanonicalReader.of(TAG, version, encoded);
    ByteString record = ByteString.of(in.bytes(LedgerRecord.MAX_LENGTH));
    ByteString ciphertext = ByteString.of(in.bytes(MAX_CIPHERTEXT));
    List<Digest> attachments =
        version == WITH_ATTACHMENTS
            ? in.list(MAX_ATTACHMENTS, each -> Digest.decode(each.fixed(Digest.LENGTH)))
            : List.of();
    if (version == WITH_ATTACHMENTS && attachments.isEmpty()) {
      throw new MalformedEncodingException(TAG + ": without attachments it has version 1");
    }
    return in.end(() -> new StoreRequest(record, ciphertext, attachments));
  }
}
