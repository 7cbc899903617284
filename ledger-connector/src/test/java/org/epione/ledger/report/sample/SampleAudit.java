package org.epione.ledger.report.sample;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.epione.ledger.block.Block;
import org.epione.ledger.merkle.MerkleTree;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.report.AuditReport;
import org.epione.ledger.report.ReportFinding;
import org.epione.ledger.report.ReportScope;
import org.epione.ledger.report.ReportedChain;
import org.epione.ledger.report.ReportedRecord;
import org.epione.ledger.report.SignedReport;
import org.epione.ledger.transparency.Checkpoint;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.NoteSigner;
import org.epione.ledger.transparency.SignedNote;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.Party;
import org.epione.ledger.world.Treatment;
import org.epione.ledger.world.World;

/**
 * The audit of an episode on a real chain: opened and diagnosed, under a head that the system
 * manager cosigned; the system manager audits. The same for the same seed.
 */
public final class SampleAudit {

  private final World world;
  private final GrowingChain chain;
  private final Treatment treatment;
  private final List<LedgerRecord> leaves;

  /** Makes the chain. */
  public SampleAudit(String seed) {
    world = new World(seed);
    chain = GrowingChain.founded(world);
    treatment = new Treatment(world, world.doctors().subList(0, 2));
    chain.add(treatment.opened());
    LedgerRecord diagnosis = treatment.diagnosis();
    chain.add(diagnosis, treatment.stored(diagnosis));
    leaves = chain.blocks().stream().map(Block::records).flatMap(List::stream).toList();
  }

  /** The key that verifies the report. */
  public NoteKey key() {
    return NoteKey.of(world.manager().certificate().identity(), NoteKey.Role.LOG);
  }

  /** The key of the log. */
  public NoteKey log() {
    return NoteKey.of(world.hospital().certificate().identity(), NoteKey.Role.LOG);
  }

  /** The key of the only witness that cosigned. */
  public NoteKey witness() {
    return NoteKey.of(world.manager().certificate().identity(), NoteKey.Role.WITNESS);
  }

  /** A witness that did not. */
  public NoteKey idleWitness() {
    return NoteKey.of(world.other().certificate().identity(), NoteKey.Role.WITNESS);
  }

  /** The world behind the chain. */
  public World world() {
    return world;
  }

  /** The signed report of the episode. */
  public SignedReport signed() {
    return sign(report());
  }

  /** Signed by the auditing body. */
  public SignedReport sign(AuditReport report) {
    return SignedReport.sign(report, signer(world.manager(), key()));
  }

  /** The report of the episode. */
  public AuditReport report() {
    int from = leaves.size() - 3;
    return report(
        chain(),
        List.of(
            new ReportFinding("CHAIN", "HOSPITAL-A", true, "All blocks hold.", "HOSPITAL-A"),
            new ReportFinding("STORAGE", "FILE", true, "Intact and in its place.", "CLOUD")),
        IntStream.range(from, leaves.size()).mapToObj(this::record).toList());
  }

  /** A report of the episode with other content. */
  public AuditReport report(
      ReportedChain about, List<ReportFinding> findings, List<ReportedRecord> records) {
    return new AuditReport(
        "00000000-0000-4000-8000-000000000001",
        "SYSTEM-MANAGER",
        ReportScope.of(ReportScope.Kind.EPISODE, List.of(treatment.episode().hex())),
        world.now(),
        world.now().plusSeconds(2),
        about,
        findings,
        records);
  }

  /** The record that is this leaf, with its proof. */
  public ReportedRecord record(int leaf) {
    return new ReportedRecord(leaves.get(leaf), leaf, tree().proof(leaf).path());
  }

  /** The chain under its cosigned head. */
  public ReportedChain chain() {
    return chain(head(tree()));
  }

  /** The chain under another head. */
  public ReportedChain chain(SignedNote checkpoint) {
    return new ReportedChain(
        "HOSPITAL-A",
        world.chain(),
        chain.blocks().size() - 1,
        chain.state().head().orElseThrow().hash(),
        world.now(),
        leaves.size(),
        log(),
        List.of(witness()),
        checkpoint);
  }

  /** The head of a tree, signed by the log and cosigned. */
  public SignedNote head(MerkleTree tree) {
    SignedNote head =
        signer(world.hospital(), log())
            .sign(new Checkpoint(log().name(), tree.size(), tree.root()));
    return head.with(
        signer(world.manager(), witness()).cosign(head, Instant.ofEpochSecond(1_800_000_000)));
  }

  /** The tree over all records. */
  public MerkleTree tree() {
    return MerkleTree.of(
        leaves.stream().map(LedgerRecord::encode).map(MerkleTree::leafHash).toList());
  }

  /** Signs notes as that party. */
  public NoteSigner signer(Party party, NoteKey key) {
    return new NoteSigner(key, party::sign);
  }
}
