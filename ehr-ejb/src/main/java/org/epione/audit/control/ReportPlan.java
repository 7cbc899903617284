package org.epione.audit.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.epione.audit.entity.CheckTarget;
import org.epione.chain.boundary.ChainRecords;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.Block;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.report.AuditReport;
import org.epione.ledger.report.ReportScope;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Episode;
import org.epione.ledger.state.EpisodeOf;
import org.epione.platform.identity.PartyCode;

/** Of what checks an audit is made: first the chain, then episodes, then single records. */
@ApplicationScoped
public class ReportPlan {

  @EJB private Chains chains;
  @EJB private ChainRecords records;
  @Inject private EpochDesk epochs;

  /** The checks, in order; nothing if there are more than a report holds. */
  Optional<List<CheckTarget>> of(PartyCode hospital, ReportScope scope) {
    ChainState state = chains.state(hospital.value());
    Set<CheckTarget> targets = new LinkedHashSet<>();
    targets.add(CheckTarget.CHAIN);
    switch (scope.kind()) {
      case RECORD ->
          scope.subjects().stream()
              .flatMap(id -> records.record(hospital, Digest.ofHex(id)).stream())
              .forEach(found -> targets.add(target(state, found.record())));
      case EPISODE -> scope.subjects().forEach(id -> targets.add(CheckTarget.episode(id)));
      case PATIENT ->
          scope.subjects().stream()
              .flatMap(pid -> state.episodeOfPatient(Pid.ofHex(pid)).stream())
              .forEach(id -> targets.add(CheckTarget.episode(id.hex())));
      case DOCTOR ->
          scope.subjects().forEach(pid -> targets.addAll(doctor(hospital, state, Pid.ofHex(pid))));
      case PERIOD ->
          targets.addAll(
              blocks(
                  hospital,
                  state,
                  scope.from().orElseThrow(),
                  block -> block.header().time().isBefore(scope.until().orElseThrow()),
                  record -> true));
    }
    return Optional.of(List.copyOf(targets))
        .filter(planned -> planned.size() <= AuditReport.MAX_RECORDS);
  }

  /** Episodes that the doctor treated, and what else the doctor put on the chain. */
  private List<CheckTarget> doctor(PartyCode hospital, ChainState state, Pid doctor) {
    List<CheckTarget> targets = new ArrayList<>();
    Set<RecordId> treated = new LinkedHashSet<>();
    state.episodes().stream()
        .filter(episode -> episode.concerns(doctor))
        .sorted(Comparator.comparing(Episode::openedAt))
        .forEach(episode -> treated.add(episode.id()));
    treated.forEach(id -> targets.add(CheckTarget.episode(id.hex())));
    targets.addAll(
        blocks(
            hospital,
            state,
            Instant.MIN,
            block -> true,
            record ->
                record.author().equals(doctor)
                    && EpisodeOf.record(state, record.body()).filter(treated::contains).isEmpty()));
    return targets;
  }

  /**
   * Records of the blocks that are kept here, from the newest back to {@code from}, then in the
   * order of the chain.
   */
  private List<CheckTarget> blocks(
      PartyCode hospital,
      ChainState state,
      Instant from,
      Predicate<Block> within,
      Predicate<LedgerRecord> wanted) {
    List<List<CheckTarget>> found = new ArrayList<>();
    int count = 0;
    long first = epochs.lastArchived(hospital).map(epoch -> epoch.lastHeight() + 1).orElse(0L);
    for (long height = state.nextHeight() - 1; height >= first; height--) {
      Block block = records.block(hospital, height).orElseThrow();
      if (block.header().time().isBefore(from) || count > AuditReport.MAX_RECORDS) {
        break;
      }
      if (within.test(block)) {
        List<CheckTarget> targets =
            block.records().stream().filter(wanted).map(each -> target(state, each)).toList();
        count += targets.size();
        found.add(0, targets);
      }
    }
    return found.stream().flatMap(List::stream).toList();
  }

  private static CheckTarget target(ChainState state, LedgerRecord record) {
    return CheckTarget.record(
        record.id().hex(), EpisodeOf.record(state, record.body()).map(RecordId::hex));
  }

  /**
   * Whether the chain has everything that the audit is of; a doctor may have done nothing on it.
   */
  boolean knows(PartyCode hospital, ReportScope scope) {
    ChainState state = chains.state(hospital.value());
    return scope.subjects().stream()
        .allMatch(
            subject ->
                switch (scope.kind()) {
                  case RECORD -> records.record(hospital, Digest.ofHex(subject)).isPresent();
                  case EPISODE -> state.episode(RecordId.ofHex(subject)).isPresent();
                  case PATIENT -> state.episodeOfPatient(Pid.ofHex(subject)).isPresent();
                  case DOCTOR, PERIOD -> Pid.ofHex(subject).bytes().length > 0;
                });
  }

  /** The episodes that an auditor looks into by name. */
  List<RecordId> episodes(PartyCode hospital, ReportScope scope) {
    ChainState state = chains.state(hospital.value());
    return switch (scope.kind()) {
      case EPISODE -> scope.subjects().stream().map(id -> RecordId.ofHex(id)).toList();
      case PATIENT ->
          scope.subjects().stream()
              .flatMap(pid -> state.episodeOfPatient(Pid.ofHex(pid)).stream())
              .toList();
      case RECORD, DOCTOR, PERIOD -> List.of();
    };
  }
}
