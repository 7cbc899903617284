package org.epione.audit.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.epione.audit.boundary.ChainVerdict;
import org.epione.audit.boundary.CheckView.Finding;
import org.epione.audit.entity.AuditCheck;
import org.epione.audit.entity.AuditFinding;
import org.epione.audit.entity.CheckTarget;
import org.epione.chain.boundary.ChainRecords;
import org.epione.cloud.boundary.CheckRequest;
import org.epione.crypto.envelope.EnvelopeId;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.connector.ChainRecord;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.connector.store.ArchiveRow;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Episode;
import org.epione.ledger.state.EpisodeOf;
import org.epione.party.boundary.Post;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/** Carries a check out: looks at the chain now, and asks the cloud where something is stored. */
@ApplicationScoped
public class CheckWork {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private Chains chains;
  @EJB private ChainRecords onChain;
  @EJB private Post post;
  @Inject private EpisodeAudit episodes;
  @Inject private ChainFindings chain;
  @Inject private RecordFindings single;
  @Inject private Completeness completeness;
  @Inject private Clock clock;

  /** Whatever the check is of; what was moved into an archive since is said to be there. */
  void carryOut(AuditCheck check) {
    CheckTarget target = check.target();
    Optional<ArchiveRow> away = archive(check.hospital().value(), target);
    if (away.isPresent()) {
      add(check, archived(check, target, away.get()), Optional.empty());
      check.done(clock.instant());
      return;
    }
    if (target.record().isPresent()) {
      record(check, Digest.ofHex(target.record().get()));
    } else if (target.episode().isPresent()) {
      episode(check, RecordId.ofHex(target.episode().get()));
    } else {
      ChainVerdict verdict = chain(check);
      add(check, chain.counted(verdict), Optional.empty());
      check.done(clock.instant());
    }
  }

  private Optional<ArchiveRow> archive(String hospital, CheckTarget target) {
    if (target.record().isPresent()) {
      return chains.archiveOf(hospital, Digest.ofHex(target.record().get()));
    }
    return target.episode().flatMap(id -> chains.archiveOf(hospital, RecordId.ofHex(id)));
  }

  private static Finding archived(AuditCheck check, CheckTarget target, ArchiveRow archive) {
    return new Finding(
        "ARCHIVE",
        target.record().or(target::episode).orElse(""),
        false,
        "It was not looked at: its records lie in " + archive.place() + ".",
        check.hospital().value());
  }

  /** The chain as a whole, before something else. */
  ChainVerdict chain(AuditCheck check) {
    ChainVerdict verdict = chain.verify(check.hospital());
    add(check, chain.verified(verdict), Optional.empty());
    return verdict;
  }

  /** All acts of an episode. */
  void episode(AuditCheck check, RecordId id) {
    PartyCode hospital = check.hospital();
    ChainState state = episodes.state(hospital);
    Episode episode =
        state.episode(id).orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    List<ChainRecord> records = onChain.ofEpisode(hospital, id);
    for (ChainRecord each : records) {
      add(check, single.of(hospital, state, Optional.of(episode), each), each);
    }
    completeness
        .of(hospital, state, episode, records)
        .forEach(finding -> add(check, finding, Optional.empty()));
    askOrEnd(check, state, Optional.of(episode));
  }

  private void record(AuditCheck check, Digest id) {
    PartyCode hospital = check.hospital();
    ChainState state = episodes.state(hospital);
    ChainRecord found =
        onChain.record(hospital, id).orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    Optional<Episode> episode =
        EpisodeOf.record(state, found.record().body()).flatMap(state::episode);
    add(check, single.of(hospital, state, episode, found), found);
    boolean aboutFile =
        found.record().type() == RecordType.STORED || found.record().type() == RecordType.DIAGNOSIS;
    askOrEnd(check, state, episode.filter(each -> aboutFile));
  }

  private void askOrEnd(AuditCheck check, ChainState state, Optional<Episode> about) {
    Optional<Episode> stored =
        about.filter(each -> each.diagnosis().isPresent() && each.location().isPresent());
    if (stored.isEmpty()) {
      check.done(clock.instant());
      return;
    }
    Episode episode = stored.get();
    Episode.Diagnosed diagnosis = episode.diagnosis().orElseThrow();
    PartyCode cloud = new PartyCode(state.founding().orElseThrow().cloud().code());
    EnvelopeId asked =
        post.send(
            PartyCode.SYSTEM_MANAGER,
            cloud,
            CheckRequest.TYPE,
            new CheckRequest(episode.id(), diagnosis.ciphertext()).encode(),
            Optional.empty());
    check.asks(cloud, asked, diagnosis.length(), episode.location().orElseThrow(), clock.instant());
  }

  private void add(AuditCheck check, List<Finding> findings, ChainRecord about) {
    findings.forEach(finding -> add(check, finding, Optional.of(about.record().id())));
  }

  void add(AuditCheck check, Finding finding, Optional<Digest> about) {
    entities.persist(new AuditFinding(check.id(), finding, about));
  }
}
