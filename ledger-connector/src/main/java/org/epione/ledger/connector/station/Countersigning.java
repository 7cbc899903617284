package org.epione.ledger.connector.station;

import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.context.StoredBlocks;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.finality.Countersignature;
import org.epione.ledger.finality.Electorate;

/**
 * Collects for a hospital the countersignatures of its doctors' stations: each verified against the
 * delegates before its block, also when it comes late, and kept once.
 */
final class Countersigning {

  private static final Logger LOG = Logger.getLogger(Countersigning.class.getName());

  private final LedgerContext context;

  Countersigning(LedgerContext context) {
    this.context = context;
  }

  /** Keeps the votes that count. */
  void take(String hospital, List<Countersignature> votes) {
    List<Countersignature> counting =
        votes.stream().filter(vote -> counts(hospital, vote)).toList();
    if (counting.isEmpty()) {
      return;
    }
    context.store().chains().lock(hospital, hospital);
    for (Countersignature vote : counting) {
      context.store().votes().add(hospital, vote, context.now());
    }
    counting.stream().map(Countersignature::height).distinct().forEach(h -> tally(hospital, h));
  }

  private boolean counts(String hospital, Countersignature vote) {
    Optional<BlockHeader> header = header(hospital, vote.height());
    if (header.isEmpty()) {
      return false;
    }
    Electorate electorate = context.store().delegates().at(hospital, vote.height());
    boolean counts = electorate.accepts(context.checks(), header.get(), vote);
    if (!counts && !vote.block().equals(header.get().hash())) {
      LOG.warning(
          () ->
              LedgerProblem.OTHER_HISTORY.about(
                  hospital + " height " + vote.height() + ", doctor " + vote.doctor().hex()));
    }
    return counts;
  }

  private void tally(String hospital, long height) {
    List<Countersignature> votes =
        context.store().votes().of(hospital, height, 1).getOrDefault(height, List.of());
    Electorate electorate = context.store().delegates().at(hospital, height);
    if (electorate.isFinal(header(hospital, height).orElseThrow(), votes)) {
      context.store().votes().reached(hospital, height);
    }
  }

  private Optional<BlockHeader> header(String hospital, long height) {
    return context
        .store()
        .chains()
        .find(hospital, hospital)
        .filter(row -> height <= row.height())
        .map(row -> StoredBlocks.header(context.store(), hospital, hospital, height).header());
  }
}
