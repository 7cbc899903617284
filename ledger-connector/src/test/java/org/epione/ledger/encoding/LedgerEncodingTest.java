package org.epione.ledger.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.epione.crypto.encoding.Encoding;
import org.epione.crypto.encoding.EncodingContract;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.ArchivedBlocks;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.block.ChainCopy;
import org.epione.ledger.block.CopyWanted;
import org.epione.ledger.block.Cosignature;
import org.epione.ledger.block.ProposedBlock;
import org.epione.ledger.block.SignedHeader;
import org.epione.ledger.finality.Countersignature;
import org.epione.ledger.finality.Equivocation;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.DoctorIdentity;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.PartyIdentity;
import org.epione.ledger.identity.StationIdentity;
import org.epione.ledger.merkle.ConsistencyProof;
import org.epione.ledger.merkle.InclusionProof;
import org.epione.ledger.merkle.MerkleTree;
import org.epione.ledger.receipt.Inclusion;
import org.epione.ledger.receipt.Receipt;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.rules.BlockRules;
import org.epione.ledger.rules.CreditRules;
import org.epione.ledger.station.BlockBatch;
import org.epione.ledger.station.BlocksWanted;
import org.epione.ledger.station.CountersignatureBatch;
import org.epione.ledger.transparency.Checkpoint;
import org.epione.ledger.transparency.CheckpointOffer;
import org.epione.ledger.transparency.HeadAnchor;
import org.epione.ledger.transparency.HeadsApart;
import org.epione.ledger.transparency.LogContradiction;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.NoteSigner;
import org.epione.ledger.transparency.SeenHead;
import org.epione.ledger.transparency.SignedNote;
import org.epione.ledger.transparency.WitnessAnswer;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.StationKey;
import org.epione.ledger.world.World;

/** Blocks, certificates, proofs, and all that parties and stations send each other. */
class LedgerEncodingTest extends EncodingContract {

  private final World world = new World("encodings");
  private final GrowingChain chain = GrowingChain.founded(world);
  private final StationKey station = new StationKey(world);
  private final NoteKey log =
      NoteKey.of(world.hospital().certificate().identity(), NoteKey.Role.LOG);
  private final LedgerRecord enrolment = world.enrolment(world.doctor(world.hospital()));

  @Override
  protected List<Encoding<?>> encodings() {
    ProposedBlock proposed = chain.propose(List.of(enrolment), enrolment);
    GrowingChain other = chain.fork();
    Block block = chain.add(enrolment);
    Block fork = other.add(station.enrolment(world.doctor(0)));
    BlockHeader header = block.header();
    Countersignature vote = station.vote(header, world.doctor(0).pid());
    SignedHeader signed = block.signedHeader();
    return List.of(
        Encoding.of(BlockHeader.class, BlockHeader::decode, BlockHeader::encode, header),
        Encoding.of(SignedHeader.class, SignedHeader::decode, SignedHeader::encode, signed),
        Encoding.of(Block.class, Block::decode, Block::encode, block, fork),
        Encoding.of(ProposedBlock.class, ProposedBlock::decode, ProposedBlock::encode, proposed),
        Encoding.of(
            Cosignature.class,
            Cosignature::decode,
            Cosignature::encode,
            Cosignature.signed(header, signed.cloud()),
            Cosignature.refused(header, "WRONG_HEIGHT")),
        Encoding.of(
            CopyWanted.class,
            CopyWanted::decode,
            CopyWanted::encode,
            new CopyWanted(world.chain(), world.random(16), 7)),
        Encoding.of(
            ChainCopy.class,
            ChainCopy::decode,
            ChainCopy::encode,
            new ChainCopy(world.chain(), world.random(16), -1, List.of()),
            new ChainCopy(world.chain(), world.random(16), 9, List.of(world.random(40)))),
        Encoding.of(
            ArchivedBlocks.class,
            ArchivedBlocks::decode,
            ArchivedBlocks::encode,
            new ArchivedBlocks(world.chain(), world.random(16), 9, header.hash())),
        Encoding.of(
            Countersignature.class, Countersignature::decode, Countersignature::encode, vote),
        Encoding.of(
            Equivocation.class,
            Equivocation::decode,
            Equivocation::encode,
            new Equivocation(signed, fork.signedHeader())),
        Encoding.of(
            BlocksWanted.class, BlocksWanted::decode, BlocksWanted::encode, new BlocksWanted(7)),
        Encoding.of(
            BlockBatch.class,
            BlockBatch::decode,
            BlockBatch::encode,
            new BlockBatch(0, List.of()),
            new BlockBatch(2, List.of(world.random(40), world.random(1)))),
        Encoding.of(
            CountersignatureBatch.class,
            CountersignatureBatch::decode,
            CountersignatureBatch::encode,
            new CountersignatureBatch(List.of(vote, vote))),
        Encoding.of(
            PartyIdentity.class,
            PartyIdentity::decode,
            PartyIdentity::toSign,
            world.hospital().certificate().identity()),
        Encoding.of(
            PartyCertificate.class,
            PartyCertificate::decode,
            PartyCertificate::encode,
            world.hospital().certificate(),
            world.cloud().certificate()),
        Encoding.of(
            DoctorIdentity.class,
            DoctorIdentity::decode,
            DoctorIdentity::toSign,
            world.doctor(0).certificate().identity()),
        Encoding.of(
            DoctorCertificate.class,
            DoctorCertificate::decode,
            DoctorCertificate::encode,
            world.doctor(0).certificate()),
        Encoding.of(
            StationIdentity.class,
            StationIdentity::decode,
            StationIdentity::encode,
            station.identity()),
        Encoding.of(
            CreditRules.class, CreditRules::decode, CreditRules::encode, CreditRules.DEFAULT),
        Encoding.of(
            BlockRules.class,
            BlockRules::decode,
            BlockRules::encode,
            BlockRules.DEFAULT,
            new BlockRules(10, Duration.ofSeconds(60), Duration.ofDays(1), Duration.ofMinutes(5)),
            new BlockRules(
                10,
                Duration.ofSeconds(60),
                Duration.ofDays(1),
                Duration.ofMinutes(5),
                Duration.ofDays(30))),
        receipts(block),
        inclusions(block),
        inclusionProofs(),
        consistencyProofs(),
        offers(),
        answers(),
        Encoding.of(
            SeenHead.class,
            SeenHead::decode,
            SeenHead::encode,
            new SeenHead("HOSPITAL-A", head(tree("one", 5)))),
        Encoding.of(HeadsApart.class, HeadsApart::decode, HeadsApart::encode, new HeadsApart(1, 7)),
        contradictions(),
        Encoding.of(
            HeadAnchor.class,
            HeadAnchor::decode,
            HeadAnchor::encode,
            new HeadAnchor(Checkpoint.parse(head(tree("one", 5)).text()))));
  }

  private static Encoding<Inclusion> inclusions(Block block) {
    return Encoding.of(
        Inclusion.class,
        Inclusion::decode,
        Inclusion::encode,
        new Inclusion(block.signedHeader(), Block.tree(block.records()).proof(0)));
  }

  private Encoding<Receipt> receipts(Block block) {
    return Encoding.of(
        Receipt.class,
        Receipt::decode,
        Receipt::encode,
        Receipt.ofRejected(world.chain(), enrolment.id(), "TOO_MANY_WAITING"),
        Receipt.ofFinal(
            world.chain(),
            enrolment.id(),
            new Inclusion(block.signedHeader(), Block.tree(block.records()).proof(0))));
  }

  private static MerkleTree tree(String history, int size) {
    return MerkleTree.of(
        IntStream.range(0, size).mapToObj(i -> Digest.of((history + i).getBytes(UTF_8))).toList());
  }

  private SignedNote head(MerkleTree tree) {
    return new NoteSigner(log, world.hospital()::sign)
        .sign(new Checkpoint(log.name(), tree.size(), tree.root()));
  }

  private static Encoding<InclusionProof> inclusionProofs() {
    return Encoding.of(
        InclusionProof.class,
        InclusionProof::decode,
        InclusionProof::encode,
        tree("one", 1).proof(0),
        tree("one", 7).proof(4));
  }

  private static Encoding<ConsistencyProof> consistencyProofs() {
    return Encoding.of(
        ConsistencyProof.class,
        ConsistencyProof::decode,
        ConsistencyProof::encode,
        tree("one", 3).consistencyProof(0),
        tree("one", 7).consistencyProof(3));
  }

  private Encoding<CheckpointOffer> offers() {
    return Encoding.of(
        CheckpointOffer.class,
        CheckpointOffer::decode,
        CheckpointOffer::encode,
        offer("one", 0),
        offer("two", 3));
  }

  private CheckpointOffer offer(String history, int from) {
    MerkleTree tree = tree(history, 5);
    return new CheckpointOffer(tree(history, from).root(), tree.consistencyProof(from), head(tree));
  }

  private Encoding<WitnessAnswer> answers() {
    Checkpoint head = Checkpoint.parse(head(tree("one", 5)).text());
    NoteKey witness = NoteKey.of(world.other().certificate().identity(), NoteKey.Role.WITNESS);
    SignedNote.Signature line =
        new NoteSigner(witness, world.other()::sign).cosign(head(tree("one", 5)), world.now());
    return Encoding.of(
        WitnessAnswer.class,
        WitnessAnswer::decode,
        WitnessAnswer::encode,
        WitnessAnswer.cosigned(head, line),
        WitnessAnswer.knows(head, 3),
        WitnessAnswer.refused(head, "BAD_PROOF"));
  }

  private Encoding<LogContradiction> contradictions() {
    return Encoding.of(
        LogContradiction.class,
        LogContradiction::decode,
        LogContradiction::encode,
        LogContradiction.of(log, head(tree("one", 3)), offer("two", 3)),
        LogContradiction.ofOneSize(log, head(tree("one", 5)), head(tree("two", 5))));
  }
}
