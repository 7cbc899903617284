package org.epione.ledger.connector.making;

import java.util.Optional;
import java.util.logging.Logger;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.block.Cosignature;
import org.epione.ledger.block.ProposedBlock;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.context.StoredBlocks;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.connector.store.ChainTable;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.record.HospitalAdmittedBody;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.state.BlockVerdict;
import org.epione.ledger.state.ChainState;

/**
 * The cloud as second supernode: checks each block itself, keeps its own copy of each chain, and
 * signs one block for each height, stored before the answer leaves. The same block again gets the
 * same signature; another block of a height already signed is refused and kept as evidence.
 */
public final class Cosigning {

  public static final String COSIGN = "ledger.cosign";

  private static final Logger LOG = Logger.getLogger(Cosigning.class.getName());

  private final LedgerContext context;

  public Cosigning(LedgerContext context) {
    this.context = context;
  }

  /**
   * Answers a block that {@code hospital} offers to {@code cloud}.
   *
   * @throws LedgerException if it is a chain's first block, and not by parties known here
   */
  public void proposed(String cloud, String hospital, ProposedBlock block) {
    ChainTable chains = context.store().chains();
    Optional<ChainRow> row = chains.lock(cloud, hospital);
    if (row.isEmpty()) {
      requireKnownFounders(cloud, hospital, block);
      chains.create(cloud, hospital, block.records().get(0).chain());
      row = chains.lock(cloud, hospital);
    }
    Cosignature answer = answer(row.orElseThrow(), block);
    context.dispatch().send(cloud, hospital, COSIGN, answer.encode());
  }

  private Cosignature answer(ChainRow row, ProposedBlock block) {
    BlockHeader header = block.header();
    if (header.height() <= row.height()) {
      return again(row, block);
    }
    ChainState state = context.states().at(context.store().chains(), row);
    BlockVerdict verdict = context.cloudCheck().checkProposed(state, block, context.now());
    if (verdict.fault().isPresent()) {
      String code = verdict.fault().get().code();
      LOG.warning(
          LedgerProblem.BLOCK_REFUSED.about(
              row.hospital() + " block " + header.height() + ": " + code));
      return Cosignature.refused(header, code);
    }
    ByteString signature = ByteString.of(context.signer().sign(row.holder(), header.encode()));
    context.store().chains().append(row, Block.of(block, signature));
    return Cosignature.signed(header, signature);
  }

  private Cosignature again(ChainRow row, ProposedBlock block) {
    BlockHeader header = block.header();
    Block signed = StoredBlocks.at(context.store(), row.holder(), row.hospital(), header.height());
    if (signed.header().equals(header)) {
      return Cosignature.signed(header, signed.signedHeader().cloud());
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
    }
    return Cosignature.refused(header, LedgerProblem.EQUIVOCATION.name());
  }

  private PartyCertificate hospitalOf(ChainRow row) {
    return context.states().at(context.store().chains(), row).founding().orElseThrow().hospital();
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
