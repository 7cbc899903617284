package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.RecordId;
import org.epione.enrolment.boundary.Doctors;
import org.epione.keychange.boundary.EarlierKeys;
import org.epione.ledger.connector.Chains;
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
  @EJB private Doctors doctors;
  @EJB private Chains chains;

  @Override
  public Set<ByteString> needed(AccountId account, Delegate doctor) {
    Set<ByteString> needed = new HashSet<>();
    doctors
        .byAccount(account)
        .map(each -> chains.state(each.hospital().value()))
        .ifPresent(
            state ->
                episodes
                    .unfinished(account.toString())
                    .forEach(place -> needed.addAll(keys(state, place, doctor))));
    return needed;
  }

  /** An episode that the chain does not have yet might get any. */
  private static Set<ByteString> keys(
      ChainState state, org.epione.team.entity.TeamMember place, Delegate doctor) {
    Optional<Episode> episode = state.episode(RecordId.ofHex(place.episodeId()));
    Stream<ByteString> keys =
        episode.isPresent()
            ? episode.get().team().stream()
                .filter(member -> member.doctor().equals(doctor.pid()))
                .map(TeamMember::key)
            : doctor.signingKeys().stream();
    return new HashSet<>(keys.toList());
  }
}
