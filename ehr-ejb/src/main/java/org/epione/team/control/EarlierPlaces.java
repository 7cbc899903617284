package org.epione.team.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.RecordId;
import org.epione.keychange.boundary.EarlierKeys;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Delegate;
import org.epione.ledger.state.Episode;
import org.epione.ledger.state.TeamMember;
import org.epione.platform.identity.AccountId;

/**
 * Places in teams at work are kept with the key that the doctor had when she was given them. Which
 * team it is now, the chain says: what the hospital keeps may not have heard of its last change.
 */
@ApplicationScoped
public class EarlierPlaces implements EarlierKeys {

  @Inject private EpisodeStore episodes;

  @Override
  public Set<ByteString> needed(AccountId account, ChainState chain, Delegate doctor) {
    return episodes.unfinished(account.toString()).stream()
        .map(place -> chain.episode(RecordId.ofHex(place.episodeId())))
        .flatMap(episode -> keys(episode, doctor))
        .collect(Collectors.toSet());
  }

  /** An episode that the chain does not have yet might get any. */
  private static Stream<ByteString> keys(Optional<Episode> episode, Delegate doctor) {
    return episode.isEmpty()
        ? doctor.signingKeys().stream()
        : episode.get().team().stream()
            .filter(member -> member.doctor().equals(doctor.pid()))
            .map(TeamMember::key);
  }
}
