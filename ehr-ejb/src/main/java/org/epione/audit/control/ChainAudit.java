package org.epione.audit.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.epione.audit.boundary.BlockView;
import org.epione.audit.boundary.ChainVerdict;
import org.epione.audit.boundary.ChainView;
import org.epione.chain.boundary.ChainRecords;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.connector.BlockSummary;
import org.epione.ledger.connector.BlockVotes;
import org.epione.ledger.connector.ChainSummary;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.connector.DelegateFinality;
import org.epione.ledger.connector.Finality;
import org.epione.ledger.connector.TransparencyLogs;
import org.epione.ledger.transparency.LogProof;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.TilePath;
import org.epione.ledger.verification.ChainVerifier;
import org.epione.ledger.verification.Fault;
import org.epione.ledger.verification.ProgressListener;
import org.epione.ledger.verification.VerificationReport;
import org.epione.party.boundary.Parties;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.Given;
import org.epione.platform.identity.PartyCode;

/** Chains as a whole: their state, their blocks, and whether they hold. */
@ApplicationScoped
public class ChainAudit {

  @EJB private Chains chains;
  @EJB private TransparencyLogs logs;
  @EJB private ChainRecords records;
  @EJB private Parties parties;
  @Inject private Witnessed witnessed;
  @Inject private Anchored anchored;
  @EJB private Finality finality;
  @Inject private CryptoSuite crypto;

  /** The chains kept on this server. */
  public List<ChainView> all() {
    return chains.chains().stream().map(this::view).toList();
  }

  /** Blocks from {@code highest} downwards. */
  public List<BlockView> blocks(PartyCode hospital, long highest, int count) {
    long from = Math.min(highest, require(hospital).height());
    if (from < 0) {
      return List.of();
    }
    return chains.blocks(hospital.value(), from, count).stream()
        .map(block -> view(hospital, block))
        .toList();
  }

  private BlockView view(PartyCode hospital, BlockSummary block) {
    BlockVotes votes = finality.votes(hospital.value(), block.height(), block.time());
    return new BlockView(
        block.height(),
        block.hash().hex(),
        block.time(),
        block.types().stream().map(Enum::name).toList(),
        votes.votes(),
        votes.delegates(),
        votes.needed());
  }

  /** The bundle of records with this path in the log. */
  public byte[] entries(PartyCode hospital, String path) {
    return TilePath.parse(path)
        .filter(TilePath::isEntries)
        .flatMap(tile -> records.entries(hospital, tile))
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  /** The proof of the record with this id, in hexadecimal. */
  public byte[] proof(PartyCode hospital, String id) {
    return records
        .proof(hospital, Given.id(id, Digest::ofHex))
        .map(LogProof::encode)
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  /** Writes the chain as one file. */
  public void export(PartyCode hospital, OutputStream out) throws IOException {
    require(hospital);
    chains.export(hospital.value(), out);
  }

  /**
   * Verifies the chain by the same code as the command line does: exported to a file of its own,
   * since a chain may be larger than memory.
   */
  public ChainVerdict verify(PartyCode hospital) {
    require(hospital);
    try {
      Path file = Files.createTempFile("epione-chain", ".export");
      try {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
          chains.export(hospital.value(), out);
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
          VerificationReport report = new ChainVerifier(crypto).verify(in, ProgressListener.NONE);
          return verdict(hospital, report);
        }
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ChainSummary require(PartyCode hospital) {
    return chains
        .summary(hospital.value())
        .orElseThrow(() -> new RefusedException(ErrorCode.CHAIN_UNKNOWN));
  }

  private ChainView view(ChainSummary chain) {
    DelegateFinality reached = finality.of(chain.hospital());
    return new ChainView(
        chain.hospital(),
        parties.name(new PartyCode(chain.hospital())),
        chain.chain().hex(),
        chain.height(),
        chain.head().hex(),
        chain.headTime(),
        chain.records(),
        chain.pending(),
        logs.key(chain.hospital()).map(NoteKey::text),
        reached.height().isPresent() ? Optional.of(reached.height().getAsLong()) : Optional.empty(),
        reached.delegates(),
        reached.stations(),
        reached.needed(),
        witnessed.of(chain.hospital()),
        anchored.of(chain.hospital()));
  }

  private static ChainVerdict verdict(PartyCode hospital, VerificationReport report) {
    return new ChainVerdict(
        hospital.value(),
        report.isValid(),
        report.beginning(),
        report.head().map(head -> head.height()).orElse(-1L),
        report.head().map(head -> head.hash().hex()).orElse(""),
        report.head().map(head -> head.records()).orElse(0L),
        report.fault().map(Fault::code),
        report.fault().map(Fault::explanation),
        report.fault().map(Fault::party));
  }
}
