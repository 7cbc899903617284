package org.epione.attachment.boundary;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.hybrid.StreamingAead;
import org.epione.crypto.transcript.Digest;

/**
 * A file that belongs to a doctor's part of a record. It stands in the part, so that the doctor's
 * signature covers it, and only who may open the part can open the file: the key is in here and
 * nowhere else.
 *
 * @param number which of the record's attachments it is; the sealed stream is bound to it
 * @param name a safe name, as {@link AttachmentName} makes it
 * @param kind what it is, as its first bytes say
 * @param size of the file in bytes, 1 to {@link #MAX_SIZE}
 * @param content digest of the file
 * @param ciphertext digest of its sealed stream, which is what clouds store
 * @param key of that stream alone, 32 bytes
 */
public record Attachment(
    int number,
    String name,
    AttachmentKind kind,
    long size,
    Digest content,
    Digest ciphertext,
    ByteString key) {

  /** Longest file in bytes: 1 GiB. */
  public static final long MAX_SIZE = 1L << 30;

  /** Longest encoding in bytes. */
  public static final int MAX_ENCODED = AttachmentName.MAX_BYTES + 192;

  private static final int MAX_MEDIA_TYPE = 64;
  private static final int MAX_NUMBER = 0xffff;

  public Attachment {
    if (number < 1 || number > MAX_NUMBER || size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException("number or size out of range");
    }
    if (key.size() != AeadKey.LENGTH) {
      throw new IllegalArgumentException("not a key");
    }
    if (!AttachmentName.safe(name, kind).equals(name)) {
      throw new IllegalArgumentException("not a safe name");
    }
  }

  /** Length of the sealed stream in bytes. */
  public long ciphertextLength() {
    return StreamingAead.sealedLength(size);
  }

  /** What may be shown of it. */
  public AttachmentView view() {
    return new AttachmentView(number, name, kind.mediaType(), size);
  }

  /**
   * Writes {@code u16} number, {@code text} name, {@code text} media type, {@code u64} size, {@code
   * digest} of the file, {@code digest} of the sealed stream, {@code fixed 32} key.
   */
  public void write(CanonicalWriter to) {
    to.u16(number)
        .text(name)
        .text(kind.mediaType())
        .u64(size)
        .fixed(content.bytes(), Digest.LENGTH)
        .fixed(ciphertext.bytes(), Digest.LENGTH)
        .fixed(key.bytes(), AeadKey.LENGTH);
  }

  /** Reads what {@link #write} wrote; a media type has one form only. */
  public static Attachment read(CanonicalReader from) {
    int number = from.u16();
    String name = from.text(AttachmentName.MAX_BYTES);
    String mediaType = from.text(MAX_MEDIA_TYPE);
    long size = from.u64();
    Digest content = Digest.decode(from.fixed(Digest.LENGTH));
    Digest ciphertext = Digest.decode(from.fixed(Digest.LENGTH));
    ByteString key = ByteString.of(from.fixed(AeadKey.LENGTH));
    AttachmentKind kind =
        AttachmentKind.ofMediaType(mediaType)
            .filter(each -> each.mediaType().equals(mediaType))
            .orElseThrow(() -> new MalformedEncodingException("no such kind of attachment"));
    try {
      return new Attachment(number, name, kind, size, content, ciphertext, key);
    } catch (IllegalArgumentException unfit) {
      throw new MalformedEncodingException("not an attachment", unfit);
    }
  }

  /** Neither name nor key. */
  @Override
  public String toString() {
    return "Attachment " + number;
  }
}
