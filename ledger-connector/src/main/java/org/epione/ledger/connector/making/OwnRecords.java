package org.epione.ledger.connector.making;

import java.time.Instant;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordBody;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RecordSignature;

/** Records that a hospital makes itself while it makes its chain. */
final class OwnRecords {

  private final LedgerContext context;

  OwnRecords(LedgerContext context) {
    this.context = context;
  }

  LedgerRecord signed(ChainRow row, Instant time, RecordBody body) {
    RecordContent content = new RecordContent(row.pid(), row.pid(), time, body);
    return content.signed(
        RecordSignature.ed25519(context.signer().sign(row.hospital(), content.toSign())));
  }
}
