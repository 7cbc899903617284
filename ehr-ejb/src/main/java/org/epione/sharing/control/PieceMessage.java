package org.epione.sharing.control;

import org.epione.cloud.boundary.StoredPiece;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.record.ReadId;

/**
 * {@code sharing.piece}, from the system manager to the reading doctor's hospital: bytes of a
 * sealed attachment, as the cloud gave them, or why there are none. The system manager cannot open
 * them: their key is in the record.
 */
record PieceMessage(ReadId reading, StoredPiece piece) {

  static final String TYPE = "sharing.piece";
  private static final String TAG = "epione.sharing.piece";

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(reading.value().bytes(), ReadId.LENGTH)
        .bytes(piece.encode())
        .toByteArray();
  }

  static PieceMessage decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    ReadId reading = new ReadId(ByteString.of(in.fixed(ReadId.LENGTH)));
    StoredPiece piece = StoredPiece.decode(in.bytes(StoredPiece.MAX_ENCODED));
    return in.end(() -> new PieceMessage(reading, piece));
  }
}
