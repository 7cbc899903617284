package org.epione.audit.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.epione.account.boundary.Caller;
import org.epione.audit.boundary.ChainVerdict;
import org.epione.audit.boundary.CheckView;
import org.epione.audit.boundary.CheckView.Finding;
import org.epione.audit.entity.AuditCheck;
import org.epione.audit.entity.AuditFinding;
import org.epione.cloud.boundary.CheckRequest;
import org.epione.cloud.boundary.CheckResult;
import org.epione.crypto.envelope.EnvelopeId;
import org.epione.crypto.identity.RecordId;
import org.epione.ledger.connector.ChainRecord;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Episode;
import org.epione.party.boundary.Post;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/**
 * Checks of episodes: the chain as a whole, each act's place and signature, that no part is
 * missing, and by message whether the cloud still has what it said it keeps, where it said.
 */
@ApplicationScoped
public class EpisodeChecks {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private Chains chains;
  @EJB private Post post;
  @Inject private ChainAudit chainAudit;
  @Inject private EpisodeAudit episodes;
  @Inject private ActProof proof;
  @Inject private Authors authors;
  @Inject private Completeness completeness;
  @Inject private CheckViews views;
  @Inject private Clock clock;

  /** Looks at the chain now, and asks the cloud. */
  public CheckView begin(Caller auditor, PartyCode hospital, RecordId id) {
    ChainState state = episodes.state(hospital);
    Episode episode =
        state.episode(id).orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    AuditCheck check =
        new AuditCheck(
            UUID.randomUUID().toString(), hospital, id.hex(), auditor.accountId(), clock.instant());
    entities.persist(check);
    List<Finding> findings = onChain(hospital, state, episode);
    for (Finding each : findings) {
      add(check, each);
    }
    Optional<Episode.Diagnosed> diagnosis = episode.diagnosis();
    if (diagnosis.isPresent() && episode.location().isPresent()) {
      PartyCode cloud = new PartyCode(state.founding().orElseThrow().cloud().code());
      EnvelopeId asked =
          post.send(
              PartyCode.SYSTEM_MANAGER,
              cloud,
              CheckRequest.TYPE,
              new CheckRequest(id, diagnosis.get().ciphertext()).encode(),
              Optional.empty());
      check.asks(cloud, asked, diagnosis.get().length(), episode.location().get());
    } else {
      check.done(clock.instant());
    }
    return views.of(check);
  }

  /** A check of that auditor. */
  public Optional<CheckView> find(String id, AccountId auditor) {
    return Optional.ofNullable(entities.find(AuditCheck.class, id))
        .filter(check -> check.auditor().equals(auditor))
        .map(views::of);
  }

  /**
   * The cloud answered.
   *
   * @return whether a check waited for that answer of that party
   */
  boolean answered(EnvelopeId asked, PartyCode from, CheckResult result) {
    Optional<AuditCheck> waiting =
        entities
            .createNamedQuery("AuditCheck.asking", AuditCheck.class)
            .setParameter("envelope", asked.hex())
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream()
            .findFirst()
            .filter(check -> check.isAnswerableBy(from))
            .filter(check -> check.episode().equals(result.episode().hex()));
    waiting
        .filter(check -> !check.isDone())
        .ifPresent(
            check -> {
              add(check, Storage.finding(check, result));
              check.found(result.finding().name(), clock.instant());
            });
    return waiting.isPresent();
  }

  private List<Finding> onChain(PartyCode hospital, ChainState state, Episode episode) {
    List<Finding> findings = new ArrayList<>();
    findings.add(chain(chainAudit.verify(hospital)));
    List<ChainRecord> records = chains.recordsOf(hospital.value(), episode.id());
    for (ChainRecord each : records) {
      String subject =
          each.record().type() + " " + each.inclusion().height() + "/" + each.inclusion().index();
      findings.add(
          new Finding(
              "INCLUSION",
              subject,
              proof.isIncluded(state, each),
              "Record " + each.record().id().shortHex() + " under the root of its block.",
              hospital.value()));
      findings.add(
          new Finding(
              "SIGNATURE",
              subject,
              proof.isSigned(state, episode, each.record()),
              "Signed by its author.",
              authors.responsible(each.record())));
    }
    findings.addAll(completeness.of(hospital, state, episode, records));
    return findings;
  }

  private static Finding chain(ChainVerdict verdict) {
    return new Finding(
        "CHAIN",
        verdict.hospital(),
        verdict.sound(),
        verdict
            .explanation()
            .orElse(
                "Blocks 0 to " + verdict.height() + ", " + verdict.records() + " records, hold."),
        verdict.party().orElse(verdict.hospital()));
  }

  private void add(AuditCheck check, Finding finding) {
    entities.persist(new AuditFinding(check.id(), finding));
  }
}
