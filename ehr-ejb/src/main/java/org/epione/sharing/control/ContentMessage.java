package org.epione.sharing.control;

import org.epione.cloud.boundary.StoreRequest;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.record.ReadId;

/**
 * {@code sharing.content}, from the system manager to the reading doctor's hospital: the record,
 * re-encrypted for that doctor alone.
 *
 * @param content an encoded {@code ReEncryptedRecord}
 */
record ContentMessage(ReadId reading, ByteString content) {

  static final String TYPE = "sharing.content";
  static final int MAX_CONTENT = StoreRequest.MAX_CIPHERTEXT + 64 * 1024;
  private static final String TAG = "epione.sharing.content";

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(reading.value().bytes(), ReadId.LENGTH)
        .bytes(content.bytes())
        .toByteArray();
  }

  static ContentMessage decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    ReadId reading = new ReadId(ByteString.of(in.fixed(ReadId.LENGTH)));
    ByteString content = ByteString.of(in.bytes(MAX_CONTENT));
    return in.end(() -> new ContentMessage(reading, content));
  }
}
