package org.epione.chain.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.Block;
import org.epione.ledger.connector.ChainRecord;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.connector.TransparencyLogs;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.transparency.LogProof;
import org.epione.ledger.transparency.TilePath;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/**
 * Records and blocks of the chains kept here, for features that show them to people. What was moved
 * into an archive is refused as that (EHR-4602), with the archive's name; who may see what is for
 * the feature to decide before it asks.
 */
@Stateless
@PermitAll
public class ChainRecords {

  @EJB private Chains chains;
  @EJB private TransparencyLogs logs;

  /**
   * The final record with this id.
   *
   * @throws RefusedException EHR-4602 if it lies in an archive
   */
  public Optional<ChainRecord> record(PartyCode hospital, Digest id) {
    return here(() -> chains.record(hospital.value(), id));
  }

  /**
   * All final records about an episode, in the order of the chain.
   *
   * @throws RefusedException EHR-4602 if one of them lies in an archive
   */
  public List<ChainRecord> ofEpisode(PartyCode hospital, RecordId episode) {
    return here(() -> chains.recordsOf(hospital.value(), episode));
  }

  /** Those final records about an episode that do not lie in an archive, in the same order. */
  public List<ChainRecord> keptOfEpisode(PartyCode hospital, RecordId episode) {
    return chains.keptRecordsOf(hospital.value(), episode);
  }

  /**
   * The block at this height.
   *
   * @throws RefusedException EHR-4602 if it lies in an archive
   */
  public Optional<Block> block(PartyCode hospital, long height) {
    return here(() -> chains.block(hospital.value(), height));
  }

  /**
   * A bundle of entries of the chain's log.
   *
   * @throws RefusedException EHR-4602 if one of them lies in an archive
   */
  public Optional<byte[]> entries(PartyCode hospital, TilePath tile) {
    return here(() -> logs.entries(hospital.value(), tile));
  }

  /**
   * The proof that a record stands in the chain's log.
   *
   * @throws RefusedException EHR-4602 if it lies in an archive
   */
  public Optional<LogProof> proof(PartyCode hospital, Digest id) {
    return here(() -> logs.proof(hospital.value(), id));
  }

  private static <T> T here(Supplier<T> asked) {
    try {
      return asked.get();
    } catch (LedgerException refused) {
      if (refused.problem() == LedgerProblem.ARCHIVED) {
        throw new RefusedException(ErrorCode.CHAIN_ARCHIVED, refused.detail());
      }
      throw refused;
    }
  }
}
