package org.epione.crypto.hybrid;

import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;

/**
 * What a sealed attachment is bound to: it opens only as the attachment at this position of this
 * record. That the record names it, with its digest, is what the record's signatures say.
 *
 * @param record the record it belongs to
 * @param position its place among the record's attachments, from 1, at most 65,535
 */
public record AttachmentContext(RecordId record, int position) {

  private static final int MAX_POSITION = 0xffff;

  /** Refuses a position out of range. */
  public AttachmentContext {
    if (position < 1 || position > MAX_POSITION) {
      throw new IllegalArgumentException("position out of range");
    }
  }

  /** The associated data: {@code header("epione.attachment", 1) fixed 16} record, {@code u16}. */
  public byte[] associatedData() {
    return CanonicalWriter.of("epione.attachment", 1)
        .fixed(record.bytes(), RecordId.LENGTH)
        .u16(position)
        .toByteArray();
  }
}
