package org.epione.ledger.encoding;

import java.util.Set;
import org.epione.crypto.encoding.EncodingCoverage;
import org.epione.ledger.block.EncodedBlock;
import org.epione.ledger.record.RecordBody;
import org.epione.ledger.report.SignedReport;
import org.epione.ledger.transparency.LogProof;
import org.epione.ledger.transparency.SignedNote;

class EncodingCoverageTest extends EncodingCoverage {

  /**
   * What has no encoding of its own or not its whole one, and the text formats of C2SP and of
   * reports, which have their own tests.
   */
  @Override
  protected Set<Class<?>> exempt() {
    return Set.of(
        EncodedBlock.class, RecordBody.class, SignedNote.class, LogProof.class, SignedReport.class);
  }
}
