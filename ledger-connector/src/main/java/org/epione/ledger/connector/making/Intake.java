package org.epione.ledger.connector.making;

import java.util.ArrayList;
import java.util.Collection;
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
   * {@link #submit} is quick.
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
   * Takes in records that were sent to {@code hospital}. As a rule all of them are new and may come
   * onto the chain; then blocks are made meanwhile. Where there is more to say, the chain is locked
   * and all is looked at again.
   *
   * @throws LedgerException if there is no chain of that hospital here
   */
  public void submit(String hospital, List<Submission> submissions) {
    // What this server sees now must not be what it goes by when it comes back after an hour.
    context.store().endIfAbandoned();
    Map<Digest, LedgerRecord> records = new LinkedHashMap<>();
    submissions.forEach(each -> records.put(each.record().id(), each.record()));
    Looked looked =
        look(known(context.store().chains().find(hospital, hospital), hospital), records);
    if (!looked.isAllNew()) {
      looked = look(known(context.store().chains().lock(hospital, hospital), hospital), records);
      refuse(looked);
    }
    context
        .store()
        .pending()
        .add(
            hospital,
            looked.taken().stream()
                .map(each -> new PendingRecord(each, context.now(), Optional.empty()))
                .toList());
    answer(hospital, submissions, looked);
  }

  private static ChainRow known(Optional<ChainRow> row, String hospital) {
    return row.orElseThrow(() -> new LedgerException(LedgerProblem.NO_CHAIN, hospital));
  }

  /**
   * What there is to say to records.
   *
   * @param row the chain for which they are
   * @param answers receipts of those that are final or refused
   * @param waiting those that were taken in before
   * @param refused those that are to be refused now, with the reason; without one, too many of that
   *     person wait
   * @param taken those that are taken in now
   */
  private record Looked(
      ChainRow row,
      Map<Digest, Receipt> answers,
      Set<Digest> waiting,
      Map<LedgerRecord, Optional<RejectionReason>> refused,
      List<LedgerRecord> taken) {

    boolean isAllNew() {
      return answers.isEmpty() && waiting.isEmpty() && refused.isEmpty();
    }
  }

  /** What waits is looked at before the receipts, which then show what has become final since. */
  private Looked look(ChainRow row, Map<Digest, LedgerRecord> records) {
    String hospital = row.hospital();
    Set<Digest> waiting = context.store().pending().among(hospital, records.keySet());
    Map<Digest, Receipt> answers = receipts.existing(hospital, row.pid(), records.keySet());
    Looked looked = new Looked(row, answers, waiting, new LinkedHashMap<>(), new ArrayList<>());
    ChainState state = context.states().at(context.store(), row);
    Map<Pid, Long> ofPerson = waitingOfPersons(hospital, records.values());
    for (Map.Entry<Digest, LedgerRecord> each : records.entrySet()) {
      if (!answers.containsKey(each.getKey()) && !waiting.contains(each.getKey())) {
        decide(looked, state, each.getValue(), ofPerson);
      }
    }
    return looked;
  }

  private void decide(
      Looked looked, ChainState state, LedgerRecord record, Map<Pid, Long> ofPerson) {
    String hospital = looked.row().hospital();
    Optional<RejectionReason> refusal =
        context.hospitalRules(hospital).check(state, record, context.now());
    // While blocks may be missing here, nothing is refused for what the chain says.
    boolean mayCome =
        refusal.isEmpty()
            || refusal.get().mayPass()
            || !new CloudAgreement(context).isReached(hospital);
    if (!mayCome) {
      looked.refused().put(record, refusal);
    } else if (isFlood(record, ofPerson)) {
      looked.refused().put(record, Optional.empty());
    } else {
      looked.taken().add(record);
      ofPerson.merge(record.author(), 1L, Long::sum);
    }
  }

  /** The chain is locked. */
  private void refuse(Looked looked) {
    ChainRow row = looked.row();
    ChainState state = context.states().at(context.store(), row);
    looked
        .refused()
        .forEach(
            (record, reason) -> {
              reason.ifPresentOrElse(
                  why -> rejections.refuse(state, row, record, why),
                  () -> new Refusals(context).add(row.hospital(), state, record, TOO_MANY));
              String code = reason.map(Enum::name).orElse(TOO_MANY);
              looked.answers().put(record.id(), Receipt.ofRejected(row.pid(), record.id(), code));
            });
  }

  private void answer(String hospital, List<Submission> submissions, Looked looked) {
    List<Submitted> awaiting = new ArrayList<>();
    for (Submission each : submissions) {
      Receipt answer = looked.answers().get(each.record().id());
      if (answer != null) {
        receipts.answer(hospital, each.submitter(), answer);
      } else {
        awaiting.add(new Submitted(each.record().id(), each.submitter()));
      }
    }
    context.store().pending().await(hospital, awaiting, looked.waiting());
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
