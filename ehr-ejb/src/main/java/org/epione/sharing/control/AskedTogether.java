package org.epione.sharing.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.ledger.record.EpisodeReference;
import org.epione.sharing.boundary.Purpose;

/**
 * What a doctor asks of one hospital in one act.
 *
 * @param further see {@link AskTogetherMessage}
 */
record AskedTogether(
    List<EpisodeReference> references,
    Purpose purpose,
    Instant notAfter,
    Optional<String> further) {

  AskedTogether {
    references = List.copyOf(references);
  }
}
