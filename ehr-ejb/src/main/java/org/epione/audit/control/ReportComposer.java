package org.epione.audit.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.epione.audit.boundary.CheckView.Finding;
import org.epione.audit.entity.AuditFinding;
import org.epione.audit.entity.AuditReportJob;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.ServerKeys;
import org.epione.ledger.connector.ChainSummary;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.connector.LogWitnesses;
import org.epione.ledger.connector.TransparencyLogs;
import org.epione.ledger.connector.WitnessStanding;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.report.AuditReport;
import org.epione.ledger.report.ReportFinding;
import org.epione.ledger.report.ReportedChain;
import org.epione.ledger.report.ReportedRecord;
import org.epione.ledger.report.SignedReport;
import org.epione.ledger.transparency.LogProof;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.NoteSigner;
import org.epione.ledger.transparency.NoteVerifier;
import org.epione.ledger.transparency.SignedNote;
import org.epione.party.boundary.Parties;
import org.epione.platform.identity.PartyCode;

/** Makes the signed report of an audit whose checks are all done. */
@ApplicationScoped
public class ReportComposer {

  /** Who audits here. */
  static final PartyCode AUDITING_BODY = PartyCode.SYSTEM_MANAGER;

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @EJB private Chains chains;
  @EJB private TransparencyLogs logs;
  @EJB private LogWitnesses witnesses;
  @EJB private Parties parties;
  @EJB private ServerKeys keys;
  @Inject private CryptoSuite crypto;
  @Inject private Clock clock;

  /** The key that signs reports. */
  NoteKey key() {
    return NoteKey.of(
        parties.certificate(AUDITING_BODY).orElseThrow().identity(), NoteKey.Role.LOG);
  }

  /** The report; nothing if it names more records than one holds. */
  Optional<SignedReport> compose(AuditReportJob job) {
    List<AuditFinding> found =
        entities
            .createNamedQuery("AuditFinding.ofReport", AuditFinding.class)
            .setParameter("report", job.id())
            .getResultList();
    List<Digest> named = found.stream().flatMap(each -> each.about().stream()).distinct().toList();
    if (named.size() > AuditReport.MAX_RECORDS) {
      return Optional.empty();
    }
    String hospital = job.hospital().value();
    List<LogProof> proofs = logs.proofs(hospital, named);
    if (proofs.size() != named.size()) {
      throw new IllegalStateException("records that were looked at have no place in the log");
    }
    SignedNote checkpoint =
        proofs.stream()
            .findFirst()
            .map(LogProof::checkpoint)
            .orElseGet(() -> logs.checkpoint(hospital).orElseThrow());
    AuditReport report =
        new AuditReport(
            job.id(),
            AUDITING_BODY.value(),
            job.scope(),
            job.begunAt(),
            clock.instant(),
            chain(hospital, checkpoint),
            found.stream().map(AuditFinding::finding).map(ReportComposer::finding).toList(),
            proofs.stream().map(ReportComposer::record).toList());
    return Optional.of(
        SignedReport.sign(
            report, new NoteSigner(key(), message -> keys.sign(AUDITING_BODY, message))));
  }

  private ReportedChain chain(String hospital, SignedNote checkpoint) {
    ChainSummary summary = chains.summary(hospital).orElseThrow();
    NoteVerifier verifier = new NoteVerifier(crypto.ed25519());
    return new ReportedChain(
        hospital,
        summary.chain(),
        summary.height(),
        summary.head(),
        summary.headTime().orElseThrow(),
        summary.records(),
        logs.key(hospital).orElseThrow(),
        witnesses.of(hospital).stream()
            .map(WitnessStanding::key)
            .filter(witness -> verifier.cosigned(checkpoint, witness).isPresent())
            .toList(),
        checkpoint);
  }

  private static ReportFinding finding(Finding finding) {
    return new ReportFinding(
        finding.what(), finding.subject(), finding.ok(), finding.detail(), finding.party());
  }

  private static ReportedRecord record(LogProof proof) {
    return new ReportedRecord(
        LedgerRecord.decode(proof.record().bytes()), proof.index(), proof.path());
  }
}
