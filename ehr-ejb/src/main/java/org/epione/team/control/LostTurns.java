package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.scheme.warrant.Warrant;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.credit.Score;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.state.ChainState;
import org.epione.team.boundary.Loss;
import org.epione.team.entity.Episode;
import org.epione.team.entity.EpisodeState;
import org.epione.team.entity.TeamMember;
import org.epione.team.entity.TeamPart;

/**
 * Which turns are lost: their doctor was expelled, or has no warrant any more, before signing. What
 * a doctor signed before still counts, here as on the chain.
 */
@ApplicationScoped
public class LostTurns {

  @Inject private EpisodeStore episodes;
  @Inject private Clock clock;
  @EJB private Chains chains;

  /** The places of the episode's team that are lost; empty where nothing is to be signed. */
  Map<Integer, Loss> of(Episode episode) {
    boolean goesOn =
        episode.state() == EpisodeState.AWAITING_WARRANTS
            || episode.state() == EpisodeState.IN_TREATMENT;
    return goesOn ? of(chains.state(episode.hospital()), episode.id()) : Map.of();
  }

  /** The same as that state of the chain says. */
  Map<Integer, Loss> of(ChainState state, String episode) {
    Map<Integer, Instant> signed =
        episodes.parts(episode).stream()
            .collect(
                Collectors.toMap(
                    TeamPart::place, part -> Statement.decode(part.statement()).time()));
    Map<Integer, Loss> lost = new TreeMap<>();
    for (TeamMember member : episodes.members(episode)) {
      loss(state, member, Optional.ofNullable(signed.get(member.place())))
          .ifPresent(loss -> lost.put(member.place(), loss));
    }
    return lost;
  }

  private Optional<Loss> loss(ChainState state, TeamMember member, Optional<Instant> signed) {
    if (isExpelled(state, member, signed)) {
      return Optional.of(Loss.EXPELLED);
    }
    if (signed.isPresent()) {
      return Optional.empty();
    }
    if (member.gaveUpAt().isPresent()) {
      return Optional.of(Loss.GAVE_UP);
    }
    if (member.withdrawnAt().isPresent()) {
      return Optional.of(Loss.WARRANT_WITHDRAWN);
    }
    return member
        .warrant()
        .map(Warrant::decode)
        .filter(warrant -> warrant.notAfter().isBefore(clock.instant()))
        .map(ended -> Loss.WARRANT_ENDED);
  }

  private static boolean isExpelled(ChainState state, TeamMember member, Optional<Instant> signed) {
    return state
        .credit()
        .of(Pid.of(member.doctorPseudonym()))
        .flatMap(Score::expelledAt)
        .filter(expelled -> signed.filter(at -> at.isBefore(expelled)).isEmpty())
        .isPresent();
  }
}
