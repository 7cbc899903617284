package org.epione.sharing.control;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.receipt.Inclusion;
import org.epione.ledger.record.LedgerRecord;

/**
 * A ledger record and where it stands on its chain, as they travel between parties. Decoding checks
 * the form only; {@link ChainProof} checks the rest.
 */
record OnChain(LedgerRecord ledgerRecord, Inclusion inclusion) {

  /** Most bytes of an encoded inclusion. */
  static final int MAX_INCLUSION = 8192;

  void write(CanonicalWriter out) {
    out.bytes(ledgerRecord.encode()).bytes(inclusion.encode());
  }

  static OnChain read(CanonicalReader in) {
    LedgerRecord ledgerRecord = LedgerRecord.decode(in.bytes(LedgerRecord.MAX_LENGTH));
    return new OnChain(ledgerRecord, Inclusion.decode(in.bytes(MAX_INCLUSION)));
  }
}
