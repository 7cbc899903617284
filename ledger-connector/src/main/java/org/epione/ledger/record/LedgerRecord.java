package org.epione.ledger.record;

import java.time.Instant;
import java.util.Arrays;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.merkle.MerkleTree;

/**
 * A signed record as it stands on a chain. It has the right form and the kind of signature that its
 * type asks for; whether the signature holds and the record is allowed is decided by {@code
 * RecordRules}. Immutable, equal when the encodings are equal.
 */
public final class LedgerRecord {

  /** Most bytes in an encoding: what the length of an entry in a transparency log can say. */
  public static final int MAX_LENGTH = 65_535;

  private static final String TAG = "epione.ledger-record";

  private final RecordContent content;
  private final RecordSignature signature;
  private final byte[] encoded;
  private final Digest id;
  private final Digest contentDigest;
  private final Digest leafHash;

  LedgerRecord(RecordContent content, RecordSignature signature) {
    if (signature.kind() != content.type().signature()) {
      throw new IllegalArgumentException("a record of this type is signed otherwise");
    }
    this.content = content;
    this.signature = signature;
    byte[] contentBytes = content.encode();
    CanonicalWriter to = CanonicalWriter.of(TAG, 1).bytes(contentBytes);
    signature.write(to);
    this.encoded = to.toByteArray();
    if (encoded.length > MAX_LENGTH) {
      throw new IllegalArgumentException("a record has at most " + MAX_LENGTH + " bytes");
    }
    this.contentDigest = Digest.of(contentBytes);
    this.id = Digest.of(encoded);
    this.leafHash = MerkleTree.leafHash(encoded);
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws MalformedEncodingException if {@link #encode} would not have written exactly this
   */
  public static LedgerRecord decode(byte[] encoded) {
    if (encoded.length > MAX_LENGTH) {
      throw new MalformedEncodingException(TAG + ": too long");
    }
    LedgerRecord record =
        CanonicalReader.decode(
            TAG,
            1,
            encoded,
            from ->
                new LedgerRecord(
                    RecordContent.decode(from.bytes(MAX_LENGTH)), RecordSignature.read(from)));
    if (!Arrays.equals(record.encoded, encoded)) {
      throw new MalformedEncodingException(TAG + ": not canonical");
    }
    return record;
  }

  /** SHA-256 of the encoding: what names this record. */
  public Digest id() {
    return id;
  }

  /** SHA-256 of the content without the signature: what the author signed. */
  public Digest contentDigest() {
    return contentDigest;
  }

  /** Its hash as a leaf of the trees of blocks and logs. */
  public Digest leafHash() {
    return leafHash;
  }

  /** What the author signed. */
  public byte[] signedBytes() {
    return RecordContent.toSign(content.chain(), content.author(), contentDigest);
  }

  /** What the record says. */
  public RecordContent content() {
    return content;
  }

  /** The author's signature. */
  public RecordSignature signature() {
    return signature;
  }

  /** Which type of record it is. */
  public RecordType type() {
    return content.type();
  }

  /** Pseudo-identity of the hospital on whose chain it is to stand. */
  public Pid chain() {
    return content.chain();
  }

  /** Pseudo-identity of whoever signed it. */
  public Pid author() {
    return content.author();
  }

  /** When the author made it. */
  public Instant time() {
    return content.time();
  }

  /** What it says. */
  public RecordBody body() {
    return content.body();
  }

  /** A copy of the canonical encoding. */
  public byte[] encode() {
    return encoded.clone();
  }

  /** Length of the encoding in bytes. */
  public int length() {
    return encoded.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LedgerRecord that && id.equals(that.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return type() + " " + id.shortHex();
  }
}
