package org.epione.emergency.control;

import java.time.Instant;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.custody.boundary.Escrow;
import org.epione.custody.boundary.EscrowTerms;

/**
 * {@code emergency.deposited}, from the hospital to the system manager: its share of the key of a
 * patient's records, in place of the one before.
 *
 * @param made when, by the hospital's clock
 */
record DepositedMessage(EscrowTerms terms, ByteString share, Instant made) {

  static final String TYPE = "emergency.deposited";
  private static final String TAG = "epione.emergency.deposited";

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .bytes(terms.encode())
        .bytes(share.bytes())
        .instant(made)
        .toByteArray();
  }

  static DepositedMessage decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in ->
            new DepositedMessage(
                EscrowTerms.decode(in.bytes(EscrowTerms.MAX_LENGTH)),
                ByteString.of(in.bytes(Escrow.MAX_SHARE)),
                in.instant()));
  }
}
