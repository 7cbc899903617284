package org.epione.sharing.control;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.ReadId;

/**
 * {@code sharing.piece-wanted}, from the reading doctor's hospital to the system manager: the next
 * bytes of a sealed attachment of the record that a reading delivered. Answered by {@code
 * sharing.piece}.
 *
 * @param ciphertext digest of the whole sealed stream, as it stands in the record
 * @param offset of the first byte
 */
record PieceWantedMessage(ReadId reading, Digest ciphertext, long offset) {

  static final String TYPE = "sharing.piece-wanted";
  private static final String TAG = "epione.sharing.piece-wanted";

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(reading.value().bytes(), ReadId.LENGTH)
        .fixed(ciphertext.bytes(), Digest.LENGTH)
        .u64(offset)
        .toByteArray();
  }

  static PieceWantedMessage decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    ReadId reading = new ReadId(ByteString.of(in.fixed(ReadId.LENGTH)));
    Digest ciphertext = Digest.decode(in.fixed(Digest.LENGTH));
    long offset = in.u64();
    return in.end(() -> new PieceWantedMessage(reading, ciphertext, offset));
  }
}
