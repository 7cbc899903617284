package org.epione.ledger.connector.context;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.epione.crypto.random.RandomSource;
import org.epione.ledger.connector.port.Dispatch;
import org.epione.ledger.connector.port.EvidenceCheck;
import org.epione.ledger.connector.port.PartyDirectory;
import org.epione.ledger.connector.port.PartySigner;
import org.epione.ledger.connector.store.LedgerStore;
import org.epione.ledger.state.BlockCheck;
import org.epione.ledger.state.Evidence;
import org.epione.ledger.state.RecordRules;
import org.epione.ledger.state.SignatureChecks;
import org.epione.ledger.transparency.NoteVerifier;

/**
 * What the parts of the connector work with.
 *
 * @param store the tables
 * @param states the states of the chains here
 * @param checks verifies signatures, nothing twice
 * @param notes verifies signatures on heads of logs
 * @param signer signs for the parties hosted here
 * @param directory the parties known here
 * @param dispatch sends when the transaction commits
 * @param evidence opens the evidence of diagnoses
 * @param lease which server makes the blocks
 * @param random for what nobody may foresee
 * @param clock the one clock
 */
public record LedgerContext(
    LedgerStore store,
    ChainStates states,
    SignatureChecks checks,
    NoteVerifier notes,
    PartySigner signer,
    PartyDirectory directory,
    Dispatch dispatch,
    EvidenceCheck evidence,
    WriterLease lease,
    RandomSource random,
    Clock clock) {

  /**
   * Whether that long has passed since then; also where the clock was set back before it, so that
   * nothing waits for a time that may be far away.
   */
  public boolean hasPassed(Duration pause, Instant since) {
    Instant now = now();
    return now.isBefore(since) || !now.isBefore(since.plus(pause));
  }

  /** Now, to the millisecond, as encodings keep it. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The rules of a hospital hosted here, which opens evidence. */
  public RecordRules hospitalRules(String hospital) {
    return new RecordRules(
        checks, (body, commitment) -> evidence.holds(hospital, body, commitment));
  }

  /** The check of a block that a hospital hosted here makes. */
  BlockCheck hospitalCheck(String hospital) {
    return new BlockCheck(hospitalRules(hospital));
  }

  /** The check of a block by the second supernode. */
  public BlockCheck cloudCheck() {
    return new BlockCheck(new RecordRules(checks, Evidence.NOT_OURS));
  }
}
