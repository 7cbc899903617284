package org.epione.recovery.control;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.custody.boundary.Escrow;
import org.epione.custody.boundary.EscrowTerms;

/**
 * {@code recovery.deposited}, from the hospital to the system manager: its share of a person's key,
 * in place of the one before.
 */
record DepositedMessage(EscrowTerms terms, ByteString share) {

  static final String TYPE = "recovery.deposited";
  private static final String TAG = "epione.recovery.deposited";

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1).bytes(terms.encode()).bytes(share.bytes()).toByteArray();
  }

  static DepositedMessage decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in ->
            new DepositedMessage(
                EscrowTerms.decode(in.bytes(EscrowTerms.MAX_LENGTH)),
                ByteString.of(in.bytes(Escrow.MAX_SHARE))));
  }
}
