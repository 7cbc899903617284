package org.epione.ledger.state;

import java.util.Optional;
import org.epione.crypto.identity.RecordId;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.EpisodeReference;
import org.epione.ledger.versioned.VersionedMap;

/** The episodes of a chain, by identity, by reference and by patient; immutable. */
record Episodes(
    VersionedMap<RecordId, Episode> byId,
    VersionedMap<EpisodeReference, RecordId> references,
    VersionedMap<Pid, RecordId> patients) {

  static final Episodes NONE =
      new Episodes(VersionedMap.empty(), VersionedMap.empty(), VersionedMap.empty());

  Episodes opened(Episode episode) {
    return new Episodes(
        byId.with(episode.id(), episode),
        references.with(EpisodeReference.of(episode.id()), episode.id()),
        patients.with(episode.patient(), episode.id()));
  }

  Episodes changed(Episode episode) {
    return new Episodes(byId.with(episode.id(), episode), references, patients);
  }

  Optional<Episode> get(RecordId id) {
    return byId.get(id);
  }

  Optional<Episode> get(EpisodeReference reference) {
    return references.get(reference).flatMap(byId::get);
  }
}
