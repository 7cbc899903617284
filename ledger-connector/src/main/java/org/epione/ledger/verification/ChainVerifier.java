package org.epione.ledger.verification;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.block.EncodedBlock;
import org.epione.ledger.export.ExportReader;
import org.epione.ledger.finality.Countersignature;
import org.epione.ledger.finality.Electorate;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.state.BlockCheck;
import org.epione.ledger.state.BlockVerdict;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Evidence;
import org.epione.ledger.state.RecordRules;
import org.epione.ledger.state.SignatureChecks;

/**
 * Verifies an exported chain: every hash, link, signature, certificate, warrant, team signature,
 * consent, score and countersignature, by the same rules by which the supernodes made it, except
 * for sealed evidence, which only the hospital can open. Reads block by block; keeps the state of
 * the chain in memory. Thread-safe.
 */
public final class ChainVerifier {

  private final SignatureChecks checks;
  private final BlockCheck check;

  /** Verifies with {@code suite}. */
  public ChainVerifier(CryptoSuite suite) {
    this.checks = new SignatureChecks(suite);
    this.check = new BlockCheck(new RecordRules(checks, Evidence.NOT_OURS));
  }

  /**
   * Verifies the export in {@code file} up to the first fault; does not close it.
   *
   * @throws IOException if it cannot be read; what is read but wrong is in the report
   */
  public VerificationReport verify(InputStream file, ProgressListener progress) throws IOException {
    ExportReader reader;
    try {
      reader = new ExportReader(file);
    } catch (MalformedEncodingException e) {
      return new VerificationReport(
          Optional.empty(),
          ChainState.EMPTY,
          Map.of(),
          OptionalLong.empty(),
          Optional.of(Faults.ofFile(0, e)));
    }
    Run run = new Run();
    Optional<Fault> fault = verify(reader, run, progress);
    return new VerificationReport(
        Optional.of(reader.chain()), run.state, run.counts, run.finalByDelegates, fault);
  }

  private Optional<Fault> verify(ExportReader reader, Run run, ProgressListener progress)
      throws IOException {
    while (true) {
      long height = run.state.nextHeight();
      Optional<byte[]> next;
      try {
        next = reader.next();
      } catch (MalformedEncodingException e) {
        return Optional.of(Faults.ofFile(height, e));
      }
      if (next.isEmpty()) {
        return height == 0
            ? Optional.of(Faults.ofFile(0, new MalformedEncodingException("no block")))
            : Optional.empty();
      }
      Optional<Fault> fault = add(reader, run, height, next.get());
      if (fault.isPresent()) {
        return fault;
      }
      progress.verified(height + 1, reader.blocks());
    }
  }

  private Optional<Fault> add(ExportReader reader, Run run, long height, byte[] encoded) {
    EncodedBlock block;
    try {
      block = EncodedBlock.decode(encoded);
    } catch (MalformedEncodingException e) {
      return Optional.of(Faults.ofFile(height, e));
    }
    List<LedgerRecord> records = new ArrayList<>();
    for (ByteString record : block.records()) {
      try {
        records.add(LedgerRecord.decode(record.bytes()));
      } catch (MalformedEncodingException e) {
        return Optional.of(Faults.ofRecord(height, records.size(), e));
      }
    }
    Block whole = new Block(block.signedHeader(), records);
    BlockVerdict verdict = check.checkFinal(run.state, whole);
    if (verdict.fault().isPresent()) {
      return Optional.of(Faults.ofBlock(run.state, whole, height, verdict.fault().get()));
    }
    if (!whole.header().chain().equals(reader.chain())) {
      return Optional.of(
          Faults.ofFile(height, new MalformedEncodingException("the file names another chain")));
    }
    Optional<Fault> fault = count(run, whole.header(), reader.votes());
    run.state = verdict.after().orElseThrow();
    records.forEach(record -> run.counts.merge(record.type(), 1L, Long::sum));
    return fault;
  }

  /** Checks the countersignatures of the next block: each counts, none twice, in their order. */
  private Optional<Fault> count(Run run, BlockHeader header, List<byte[]> encoded) {
    Electorate electorate = Electorate.after(run.state);
    List<Countersignature> votes = new ArrayList<>();
    for (byte[] each : encoded) {
      Countersignature vote;
      try {
        vote = Countersignature.decode(each);
      } catch (MalformedEncodingException e) {
        return Optional.of(Faults.ofFile(header.height(), e));
      }
      boolean inOrder =
          votes.isEmpty() || votes.get(votes.size() - 1).doctor().compareTo(vote.doctor()) < 0;
      if (!inOrder || !electorate.accepts(checks, header, vote)) {
        return Optional.of(Faults.ofVote(header.height(), vote));
      }
      votes.add(vote);
    }
    if (electorate.isFinal(header, votes)) {
      run.finalByDelegates = OptionalLong.of(header.height());
    }
    return Optional.empty();
  }

  /** How far one verification is. */
  private static final class Run {
    private ChainState state = ChainState.EMPTY;
    private OptionalLong finalByDelegates = OptionalLong.empty();
    private final Map<RecordType, Long> counts = new EnumMap<>(RecordType.class);
  }
}
