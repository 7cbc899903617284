package org.epione.ledger.connector.making;

import java.util.Optional;
import java.util.logging.Logger;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.block.ChainCopy;
import org.epione.ledger.block.Cosignature;
import org.epione.ledger.block.ProposedBlock;
import org.epione.ledger.block.SignedHeader;
import org.epione.ledger.connector.context.EpochEnds;
import org.epione.ledger.connector.context.EquivocationAlarms;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.context.StoredBlocks;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.connector.store.ChainTable;
import org.epione.ledger.identity.KeyLengths;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.PartyKind;
import org.epione.ledger.record.HospitalAdmittedBody;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.state.BlockVerdict;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Founding;

/**
 * The cloud as second supernode: checks each block itself, keeps its own copy of each chain, and
 * signs one block for each height, stored before the answer leaves. The same block again gets the
 * same signature; another block of a height already signed is refused and kept as evidence. Nothing
 * is signed while blocks are known to be missing here.
 */
public final class Cosigning {

  /** Type of the cloud's answer to a proposed block; payload: a {@link Cosignature}. */
  public static final String COSIGN = "ledger.cosign";

  /** The cloud asks a hospital for blocks that it has forgotten. */
  public static final String ORIGINAL_WANTED = CloudCatchUp.WANTED;

  private static final Logger LOG = Logger.getLogger(Cosigning.class.getName());

  private final LedgerContext context;

  /** Works with what the context holds. */
  public Cosigning(LedgerContext context) {
    this.context = context;
  }

  /** Takes what the hospital has and the cloud forgot. */
  public void original(String cloud, String hospital, ChainCopy copy) {
    new CloudCatchUp(context).answered(cloud, hospital, copy);
  }

  /**
   * Answers a block that {@code hospital} offers to {@code cloud} by message.
   *
   * @throws LedgerException if it is a chain's first block, and not by parties known here
   */
  public void proposed(String cloud, String hospital, ProposedBlock block) {
    // Where both are hosted here: as a block maker locks them, the hospital's chain first.
    context.store().chains().lock(hospital, hospital);
    Cosignature answer = answer(cloud, hospital, block);
    context.dispatch().send(cloud, hospital, COSIGN, answer.encode());
  }

  /**
   * What {@code cloud} says to a block that {@code hospital} offers.
   *
   * @throws LedgerException if it is a chain's first block, and not by parties known here
   */
  Cosignature answer(String cloud, String hospital, ProposedBlock block) {
    ChainTable chains = context.store().chains();
    Optional<ChainRow> row = chains.lock(cloud, hospital);
    if (row.isEmpty()) {
      if (!isByKnownHospital(hospital, block)) {
        requireKnownFounders(cloud, hospital, block);
      }
      chains.create(cloud, hospital, block.header().chain());
      row = chains.lock(cloud, hospital);
    }
    return answer(row.orElseThrow(), block);
  }

  private Cosignature answer(ChainRow row, ProposedBlock block) {
    BlockHeader header = block.header();
    if (header.height() <= row.height()) {
      return again(row, block);
    }
    ChainState state = context.states().at(context.store(), row);
    Optional<PartyCertificate> hospital =
        state
            .founding()
            .map(Founding::hospital)
            .or(() -> context.directory().certificate(row.hospital()));
    if (hospital.isPresent() && new CloudCatchUp(context).isNeeded(row, hospital.get(), block)) {
      return Cosignature.refused(header, LedgerProblem.CLOUD_BEHIND.name());
    }
    BlockVerdict verdict = context.cloudCheck().checkProposed(state, block, context.now());
    if (verdict.fault().isPresent()) {
      String code = verdict.fault().get().code();
      LOG.warning(
          LedgerProblem.BLOCK_REFUSED.about(
              row.hospital() + " block " + header.height() + ": " + code));
      return Cosignature.refused(header, code);
    }
    ByteString signature = ByteString.of(context.signer().sign(row.holder(), header.encode()));
    new EpochEnds(context.store()).append(row, state, Block.of(block, signature));
    return Cosignature.signed(header, signature);
  }

  private Cosignature again(ChainRow row, ProposedBlock block) {
    BlockHeader header = block.header();
    SignedHeader signed =
        StoredBlocks.header(context.store(), row.holder(), row.hospital(), header.height());
    if (signed.header().equals(header)) {
      return Cosignature.signed(header, signed.cloud());
    }
    boolean really =
        context
            .checks()
            .ed25519(hospitalOf(row).identity().signingKey(), header.encode(), block.hospital());
    if (really) {
      LOG.severe(LedgerProblem.EQUIVOCATION.about(row.hospital() + " height " + header.height()));
      context
          .store()
          .chains()
          .keepEquivocation(row.holder(), row.hospital(), header, block.encode(), context.now());
      Founding founding = context.states().at(context.store(), row).founding().orElseThrow();
      new EquivocationAlarms(context).raise(founding, signed, onlyByHospital(block), row.holder());
    }
    return Cosignature.refused(header, LedgerProblem.EQUIVOCATION.name());
  }

  /** What the cloud did not sign has zero bytes for its signature, which holds for nothing. */
  private static SignedHeader onlyByHospital(ProposedBlock block) {
    return new SignedHeader(
        block.header(), block.hospital(), ByteString.of(new byte[KeyLengths.ED25519_SIGNATURE]));
  }

  private PartyCertificate hospitalOf(ChainRow row) {
    return context.states().at(context.store(), row).founding().orElseThrow().hospital();
  }

  /** A later block of a chain whose first ones are missing here, as after a restore. */
  private boolean isByKnownHospital(String hospital, ProposedBlock block) {
    BlockHeader header = block.header();
    return header.height() > 0
        && context
            .directory()
            .certificate(hospital)
            .filter(party -> party.kind() == PartyKind.HOSPITAL)
            .filter(party -> party.pid().equals(header.chain()))
            .filter(
                party ->
                    context
                        .checks()
                        .ed25519(party.identity().signingKey(), header.encode(), block.hospital()))
            .isPresent();
  }

  /** Whom to trust is not for the first block to say: it must name the parties known here. */
  private void requireKnownFounders(String cloud, String hospital, ProposedBlock block) {
    boolean known =
        block.header().height() == 0
            && block.records().size() == 1
            && block.records().get(0).type() == RecordType.HOSPITAL_ADMITTED
            && Founders.areKnown(
                context.directory(),
                (HospitalAdmittedBody) block.records().get(0).body(),
                hospital,
                Optional.of(cloud));
    if (!known) {
      throw new LedgerException(
          LedgerProblem.CANNOT_FOUND, "first block of " + hospital + " for " + cloud);
    }
  }
}
