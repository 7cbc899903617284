package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.credit.Score;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.state.ChainState;
import org.epione.team.entity.Episode;
import org.epione.team.entity.EpisodeState;
import org.epione.team.entity.TeamMember;
import org.epione.team.entity.TeamPart;

/**
 * Which turns are lost because their doctor was expelled. What a doctor signed before still counts,
 * here as on the chain.
 */
@ApplicationScoped
public class Expulsions {

  @Inject private EpisodeStore episodes;
  @EJB private Chains chains;

  /** The places of the episode's team that are lost; empty where nothing is to be signed. */
  Set<Integer> lostPlaces(Episode episode) {
    boolean goesOn =
        episode.state() == EpisodeState.AWAITING_WARRANTS
            || episode.state() == EpisodeState.IN_TREATMENT;
    return goesOn ? lostPlaces(chains.state(episode.hospital()), episode.id()) : Set.of();
  }

  /** The same as that state of the chain says. */
  Set<Integer> lostPlaces(ChainState state, String episode) {
    Map<Integer, Instant> signed =
        episodes.parts(episode).stream()
            .collect(
                Collectors.toMap(
                    TeamPart::place, part -> Statement.decode(part.statement()).time()));
    return episodes.members(episode).stream()
        .filter(member -> isLost(state, member, Optional.ofNullable(signed.get(member.place()))))
        .map(TeamMember::place)
        .collect(Collectors.toSet());
  }

  private static boolean isLost(ChainState state, TeamMember member, Optional<Instant> signed) {
    return state
        .credit()
        .of(Pid.of(member.doctorPseudonym()))
        .flatMap(Score::expelledAt)
        .filter(expelled -> signed.filter(at -> at.isBefore(expelled)).isEmpty())
        .isPresent();
  }
}
