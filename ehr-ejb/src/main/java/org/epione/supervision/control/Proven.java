package org.epione.supervision.control;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.credit.Cause;
import org.epione.ledger.receipt.Inclusion;
import org.epione.ledger.record.LedgerRecord;
import org.epione.supervision.boundary.EvidenceView;

/** A record and the proof that it stands on its chain. */
record Proven(LedgerRecord ledgerRecord, Inclusion inclusion) {

  private static final int MAX_INCLUSION = 8192;

  /** What people see of it. */
  EvidenceView view() {
    return new EvidenceView(
        ledgerRecord.id().hex(),
        ledgerRecord.type().name(),
        ledgerRecord.type().author().name(),
        inclusion.height(),
        ledgerRecord.time(),
        Cause.of(ledgerRecord, inclusion.height(), inclusion.index()).reason());
  }

  static void write(CanonicalWriter to, Proven value) {
    to.bytes(value.ledgerRecord.encode()).bytes(value.inclusion.encode());
  }

  static Proven read(CanonicalReader from) {
    LedgerRecord ledgerRecord = LedgerRecord.decode(from.bytes(LedgerRecord.MAX_LENGTH));
    return new Proven(ledgerRecord, Inclusion.decode(from.bytes(MAX_INCLUSION)));
  }
}
