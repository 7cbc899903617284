package org.epione.ledger.report;

import java.util.ArrayList;
import java.util.List;
import org.epione.crypto.signature.Ed25519;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.transparency.Checkpoint;
import org.epione.ledger.transparency.MalformedNoteException;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.NoteVerifier;

/**
 * Checks a report with nothing but the auditing body's key: that it signed exactly this, and that
 * what it names stands in a log that signed its head. Thread-safe.
 */
public final class ReportCheck {

  private final NoteVerifier verifier;

  /** Checks with {@code ed25519}. */
  public ReportCheck(Ed25519 ed25519) {
    this.verifier = new NoteVerifier(ed25519);
  }

  /** Why the report is not to be believed, in sentences; empty if it is. */
  public List<String> faults(SignedReport signed, NoteKey auditor) {
    if (!signed.seal().signer().equals(auditor.name())
        || !verifier.isSigned(signed.signature(), auditor)) {
      return List.of("the report is not signed by " + auditor.name());
    }
    if (!signed.seal().report().equals(signed.digest())) {
      return List.of("what " + auditor.name() + " signed is another report");
    }
    List<String> faults = new ArrayList<>();
    ReportedChain chain = signed.report().chain();
    faults.addAll(faultsOf(chain));
    if (faults.isEmpty()) {
      signed.report().records().stream()
          .filter(each -> !holds(each, chain))
          .map(ReportedRecord::record)
          .map(LedgerRecord::id)
          .map(id -> "the record " + id.hex() + " is not under the head of the log")
          .forEach(faults::add);
    }
    return faults;
  }

  private List<String> faultsOf(ReportedChain chain) {
    List<String> faults = new ArrayList<>();
    NoteKey log = chain.key();
    if (!log.isOf(chain.pid())) {
      faults.add("the log " + log.name() + " is not that of the chain");
    }
    if (!verifier.isSigned(chain.checkpoint(), log) || !isHeadOf(chain)) {
      faults.add("the head of the log is not signed by " + log.name());
    }
    chain.witnesses().stream()
        .filter(witness -> verifier.cosigned(chain.checkpoint(), witness).isEmpty())
        .forEach(witness -> faults.add("the head of the log is not cosigned by " + witness.name()));
    return faults;
  }

  private static boolean isHeadOf(ReportedChain chain) {
    try {
      Checkpoint head = Checkpoint.parse(chain.checkpoint().text());
      return head.origin().equals(chain.key().name()) && head.size() <= chain.records();
    } catch (MalformedNoteException e) {
      return false;
    }
  }

  private boolean holds(ReportedRecord each, ReportedChain chain) {
    try {
      return each.record().chain().equals(chain.pid())
          && each.under(chain.checkpoint()).holds(verifier, chain.key());
    } catch (MalformedNoteException e) {
      return false;
    }
  }
}
