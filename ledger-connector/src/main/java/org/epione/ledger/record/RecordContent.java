package org.epione.ledger.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;

/**
 * A record before it is signed. The author signs {@link #toSign}, which holds the content only by
 * its digest: so a later {@link RejectionBody} can prove that this author signed something that
 * broke the rules without putting that on the chain.
 *
 * @param chain pseudo-identity of the hospital on whose chain it is to stand; keeps a record from
 *     being replayed on another
 * @param author pseudo-identity of whoever signs
 * @param time when the author made it, to the millisecond
 * @param body what it says
 */
public record RecordContent(Pid chain, Pid author, Instant time, RecordBody body) {

  private static final String TAG = "epione.record-content";
  private static final String SIGNED_TAG = "epione.record-signed";

  /** Drops what is finer than a millisecond. */
  public RecordContent {
    time = time.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Which type of record this is. */
  public RecordType type() {
    return body.type();
  }

  /** The canonical encoding. */
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    chain.write(to);
    to.u8(type().code());
    author.write(to);
    return to.instant(time).bytes(body.encode()).toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static RecordContent decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from -> {
          Pid chain = Pid.read(from);
          RecordType type = RecordType.of(from.u8());
          Pid author = Pid.read(from);
          Instant time = from.instant();
          RecordBody body = RecordBodies.decode(type, from.bytes(LedgerRecord.MAX_LENGTH));
          return new RecordContent(chain, author, time, body);
        });
  }

  /** SHA-256 of the encoding. */
  public Digest digest() {
    return Digest.of(encode());
  }

  /** What the author signs. */
  public byte[] toSign() {
    return toSign(chain, author, digest());
  }

  /** What {@code author} signed if the content of the record had this digest. */
  public static byte[] toSign(Pid chain, Pid author, Digest content) {
    CanonicalWriter to = CanonicalWriter.of(SIGNED_TAG, 1);
    chain.write(to);
    author.write(to);
    return to.fixed(content.bytes(), Digest.LENGTH).toByteArray();
  }

  /** The record with the author's signature over {@link #toSign}. */
  public LedgerRecord signed(RecordSignature signature) {
    return new LedgerRecord(this, signature);
  }
}
