package org.epione.sharing.control;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * A ledger record with the receipt that proves it to be on a chain, as they travel between parties.
 * Only the lengths were checked; {@link ChainProof} checks the rest.
 *
 * @param ledgerRecord the encoded record
 * @param receipt the encoded receipt
 */
record OnChain(ByteString ledgerRecord, ByteString receipt) {

  static final int MAX_RECORD = 64 * 1024;
  static final int MAX_RECEIPT = 16 * 1024;

  void write(CanonicalWriter out) {
    out.bytes(ledgerRecord.bytes()).bytes(receipt.bytes());
  }

  static OnChain read(CanonicalReader in) {
    return new OnChain(ByteString.of(in.bytes(MAX_RECORD)), ByteString.of(in.bytes(MAX_RECEIPT)));
  }
}
