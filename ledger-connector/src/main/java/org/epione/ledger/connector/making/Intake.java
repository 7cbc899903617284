package org.epione.ledger.connector.making;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.connector.store.PendingRecord;
import org.epione.ledger.connector.store.Submitted;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.receipt.Receipt;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.SignatureKind;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.RecordRules;
import org.epione.ledger.state.RejectionReason;
import org.epione.ledger.state.SignatureChecks;

/**
 * Takes records in for a hospital's chain (protocols 7): checks them, keeps those that may come
 * onto the chain until a block holds them, and answers for the others. The same record again gets
 * the same answer and changes nothing.
 */
public final class Intake {

  /** Far more than a person has on the way at one time. */
  public static final int MOST_OF_ONE_PERSON = 100;

  private static final String TOO_MANY = "TOO_MANY_WAITING";

  private final LedgerContext context;
  private final Receipts receipts;
  private final Rejections rejections;

  /** Works with what the context holds. */
  public Intake(LedgerContext context) {
    this.context = context;
    this.receipts = new Receipts(context);
    this.rejections = new Rejections(context);
  }

  /**
   * Verifies the signatures on these records in one batch and remembers those that hold, so that
   * {@link #submit}, which keeps blocks from being made meanwhile, is quick.
   */
  public void verify(String hospital, List<Submission> submissions) {
    Optional<ChainRow> row = context.store().chains().find(hospital, hospital);
    if (row.isPresent()) {
      SignatureChecks together = context.checks().deferring();
      RecordRules rules = context.hospitalRules(hospital).with(together);
      ChainState state = context.states().at(context.store(), row.get());
      submissions.forEach(submission -> rules.check(state, submission.record(), context.now()));
      together.settle();
    }
  }

  /**
   * Takes in records that were sent to {@code hospital}.
   *
   * @return whether a block may be due now; not while one waits for its cosignature, after which it
   *     is seen what is due
   * @throws LedgerException if there is no chain of that hospital here
   */
  public boolean submit(String hospital, List<Submission> submissions) {
    ChainRow row =
        context
            .store()
            .chains()
            .lock(hospital, hospital)
            .orElseThrow(() -> new LedgerException(LedgerProblem.NO_CHAIN, hospital));
    Map<Digest, LedgerRecord> records = new LinkedHashMap<>();
    submissions.forEach(each -> records.put(each.record().id(), each.record()));
    Map<Digest, Receipt> answers = receipts.existing(hospital, row.pid(), records.keySet());
    Set<Digest> waiting =
        new HashSet<>(context.store().pending().among(hospital, records.keySet()));
    List<PendingRecord> taken = new ArrayList<>();
    Map<Pid, Long> ofPerson = waitingOfPersons(hospital, records.values());
    for (Map.Entry<Digest, LedgerRecord> each : records.entrySet()) {
      if (answers.containsKey(each.getKey()) || waiting.contains(each.getKey())) {
        continue;
      }
      Optional<Receipt> refused = decide(row, each.getValue(), ofPerson);
      if (refused.isPresent()) {
        answers.put(each.getKey(), refused.get());
      } else {
        taken.add(new PendingRecord(each.getValue(), context.now(), Optional.empty()));
        ofPerson.merge(each.getValue().author(), 1L, Long::sum);
      }
    }
    context.store().pending().add(hospital, taken);
    List<Submitted> awaiting = new ArrayList<>();
    for (Submission each : submissions) {
      Receipt answer = answers.get(each.record().id());
      if (answer != null) {
        receipts.answer(hospital, each.submitter(), answer);
      } else {
        awaiting.add(new Submitted(each.record().id(), each.submitter()));
      }
    }
    context.store().pending().await(hospital, awaiting, waiting);
    return !context.store().proposals().exists(hospital);
  }

  /** The receipt of a record that is refused; empty if it may come onto the chain. */
  private Optional<Receipt> decide(ChainRow row, LedgerRecord record, Map<Pid, Long> ofPerson) {
    String hospital = row.hospital();
    ChainState state = context.states().at(context.store(), row);
    Optional<RejectionReason> refusal =
        context.hospitalRules(hospital).check(state, record, context.now());
    // While blocks may be missing here, nothing is refused for what the chain says.
    if (refusal.isEmpty()
        || refusal.get().mayPass()
        || !new CloudAgreement(context).isReached(hospital)) {
      if (!isFlood(record, ofPerson)) {
        return Optional.empty();
      }
      new Refusals(context).add(hospital, state, record, TOO_MANY);
      return Optional.of(Receipt.ofRejected(row.pid(), record.id(), TOO_MANY));
    }
    rejections.refuse(state, row, record, refusal.get());
    return Optional.of(Receipt.ofRejected(row.pid(), record.id(), refusal.get().name()));
  }

  /** How many records of each person among these authors wait. */
  private Map<Pid, Long> waitingOfPersons(String hospital, Collection<LedgerRecord> records) {
    Set<Pid> persons =
        records.stream()
            .filter(Intake::isByPerson)
            .map(LedgerRecord::author)
            .collect(Collectors.toSet());
    return context.store().pending().countsOf(hospital, persons);
  }

  /** Servers send what many people do, and are known; of a person so much is an attack. */
  private static boolean isFlood(LedgerRecord record, Map<Pid, Long> ofPerson) {
    return isByPerson(record) && ofPerson.getOrDefault(record.author(), 0L) >= MOST_OF_ONE_PERSON;
  }

  private static boolean isByPerson(LedgerRecord record) {
    return record.signature().kind() == SignatureKind.BLS;
  }
}
