package org.epione.ledger.verification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.identity.RecordId;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.rules.BlockRules;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Episode;
import org.epione.ledger.state.Founding;

/**
 * A record that an episode should have by now. What is there holds all the same.
 *
 * @param episode identity of the episode
 * @param part the type of the record
 * @param since when it was due to be made
 * @param party who should have made it: a role and a name
 */
public record MissingPart(RecordId episode, RecordType part, Instant since, String party) {

  /**
   * Diagnoses that the cloud has not said it stores, although it would be too late by now for a
   * record made together with the diagnosis; the oldest first.
   */
  static List<MissingPart> in(ChainState state) {
    Optional<Founding> founding = state.founding();
    if (founding.isEmpty() || state.head().isEmpty()) {
      return List.of();
    }
    BlockRules rules = founding.get().blockRules();
    PartyCertificate cloud = founding.get().cloud();
    Instant due = state.head().get().time().minus(rules.maxRecordAge());
    return state.episodes().stream()
        .filter(episode -> episode.location().isEmpty())
        .flatMap(episode -> ofDiagnosed(episode, cloud).stream())
        .filter(part -> part.since().isBefore(due))
        .sorted((one, other) -> one.since().compareTo(other.since()))
        .toList();
  }

  private static Optional<MissingPart> ofDiagnosed(Episode episode, PartyCertificate cloud) {
    return episode
        .diagnosis()
        .map(
            diagnosed ->
                new MissingPart(
                    episode.id(),
                    RecordType.STORED,
                    diagnosed.at(),
                    cloud.kind() + " " + cloud.code()));
  }
}
