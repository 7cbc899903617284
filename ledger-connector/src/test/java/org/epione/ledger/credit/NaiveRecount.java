package org.epione.ledger.credit;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.Block;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.AccessRequestedBody;
import org.epione.ledger.record.Appeal;
import org.epione.ledger.record.AppealDecidedBody;
import org.epione.ledger.record.CreditRulesBody;
import org.epione.ledger.record.DoctorAppealedBody;
import org.epione.ledger.record.DoctorEnrolledBody;
import org.epione.ledger.record.HospitalAdmittedBody;
import org.epione.ledger.record.HospitalAppealedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.MatterId;
import org.epione.ledger.record.RejectionBody;
import org.epione.ledger.record.ReportDecidedBody;
import org.epione.ledger.rules.CreditRules;

/** A second account of all scores of a chain, written without looking at the first. */
final class NaiveRecount {

  private final Map<Pid, Integer> points = new TreeMap<>();
  private final Map<Pid, Integer> beginnings = new HashMap<>();
  private final Map<Pid, Instant> out = new HashMap<>();
  private final Map<Digest, Integer> taken = new HashMap<>();
  private final Map<MatterId, LedgerRecord> appeals = new HashMap<>();
  private CreditRules rules = CreditRules.DEFAULT;

  static Map<Pid, Score> of(List<Block> blocks) {
    NaiveRecount recount = new NaiveRecount();
    blocks.forEach(block -> block.records().forEach(recount::add));
    Map<Pid, Score> scores = new TreeMap<>();
    recount.points.forEach(
        (holder, value) ->
            scores.put(holder, new Score(value, Optional.ofNullable(recount.out.get(holder)))));
    return scores;
  }

  /** With how many points each began: by the rules of the time. */
  static Map<Pid, Integer> beginnings(List<Block> blocks) {
    NaiveRecount recount = new NaiveRecount();
    blocks.forEach(block -> block.records().forEach(recount::add));
    return recount.beginnings;
  }

  private void add(LedgerRecord record) {
    switch (record.type()) {
      case HOSPITAL_ADMITTED -> {
        rules = ((HospitalAdmittedBody) record.body()).creditRules();
        begin(record.chain());
      }
      case DOCTOR_ENROLLED -> begin(((DoctorEnrolledBody) record.body()).certificate().pid());
      case ACCESS_REQUESTED -> begin(((AccessRequestedBody) record.body()).doctor().pid());
      case DIAGNOSIS -> gain(record.author(), rules.acceptance());
      case STORED -> gain(record.chain(), rules.supervision().orElseThrow().storage());
      case REJECTION -> lose(((RejectionBody) record.body()).author(), rules.rejection(), record);
      case REPORT_DECIDED ->
          ((ReportDecidedBody) record.body())
              .severity()
              .ifPresent(
                  severity ->
                      lose(
                          record.chain(),
                          rules.supervision().orElseThrow().cost(severity),
                          record));
      case DOCTOR_APPEALED ->
          appeals.put(((DoctorAppealedBody) record.body()).appeal().matter(), record);
      case HOSPITAL_APPEALED ->
          appeals.put(((HospitalAppealedBody) record.body()).appeal().matter(), record);
      case APPEAL_DECIDED -> decide((AppealDecidedBody) record.body());
      case CREDIT_RULES -> {
        rules = ((CreditRulesBody) record.body()).rules();
        points.forEach((holder, value) -> expelBelowFloor(holder, record.time()));
      }
      default -> {
        // Moves no score.
      }
    }
  }

  /** Who asks again, or was a doctor before, keeps what she has. */
  private void begin(Pid who) {
    if (points.putIfAbsent(who, rules.initial()) == null) {
      beginnings.put(who, rules.initial());
    }
  }

  private void decide(AppealDecidedBody decision) {
    LedgerRecord record = appeals.get(decision.matter());
    if (!decision.granted()) {
      return;
    }
    Pid who = record.author();
    Appeal appeal =
        record.body() instanceof DoctorAppealedBody doctor
            ? doctor.appeal()
            : ((HospitalAppealedBody) record.body()).appeal();
    if (appeal.against().isPresent()) {
      gain(who, taken.get(appeal.against().get()));
      if (points.get(who) >= rules.floor()) {
        out.remove(who);
      }
    } else if (out.remove(who) != null) {
      points.put(who, rules.supervision().orElseThrow().readmission());
    }
  }

  private void gain(Pid who, int by) {
    int before = points.get(who);
    points.put(who, before >= rules.maximum() ? before : Math.min(rules.maximum(), before + by));
  }

  private void lose(Pid who, int by, LedgerRecord record) {
    int before = points.get(who);
    points.put(who, Math.max(0, before - by));
    taken.put(record.contentDigest(), before - points.get(who));
    expelBelowFloor(who, record.time());
  }

  private void expelBelowFloor(Pid who, Instant at) {
    if (points.get(who) < rules.floor()) {
      out.putIfAbsent(who, at);
    }
  }
}
