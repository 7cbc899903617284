package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epione.account.boundary.Caller;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.custody.boundary.KeySession;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.record.boundary.Contribution;
import org.epione.team.boundary.PartRefusedException;
import org.epione.team.boundary.Refusals;
import org.epione.team.boundary.SignedPart;
import org.epione.team.entity.Episode;
import org.epione.team.entity.EpisodeState;
import org.epione.team.entity.TeamPart;
import org.epione.team.entity.Turn;

/** Gives a doctor the turn, if it is this doctor's, warranted now, and all before it holds. */
@ApplicationScoped
public class TurnDesk {

  @Inject private EpisodeStore episodes;
  @Inject private Rosters rosters;
  @Inject private Briefings briefings;
  @Inject private CryptoSuite suite;
  @Inject private Clock clock;
  @EJB private Refusals refusals;

  /**
   * Opens the turn and verifies all before it.
   *
   * @param step the turn that the doctor has on the page, if one is on it
   */
  OpenTurn open(Caller caller, KeySession session, String episodeId, Optional<Integer> step) {
    return verified(prepare(session, hold(caller, episodeId, step)));
  }

  /** Opens the turn, which may end at any moment, to read what is in it. */
  OpenTurn openToRead(Caller caller, KeySession session, String episodeId) {
    return verified(prepare(session, see(caller, episodeId)));
  }

  private OpenTurn verified(OpenTurn turn) {
    String episodeId = turn.episode().id();
    boolean verified = false;
    try {
      List<Statement> statements =
          new PartChain(suite, turn.roster()).verify(turn.parts(), clock.instant());
      List<Contribution> contributions = new ArrayList<>();
      List<TeamPart> kept = episodes.parts(episodeId);
      for (int i = 0; i < statements.size(); i++) {
        contributions.add(
            PartChain.read(
                turn.key(kept.get(i).epoch()),
                statements.get(i),
                turn.parts().get(i).sealedText().bytes()));
      }
      verified = true;
      return new OpenTurn(
          turn.episode(),
          turn.turn(),
          turn.members(),
          turn.roster(),
          turn.opened(),
          turn.parts(),
          statements,
          contributions);
    } catch (PartRefusedException refused) {
      refusals.note(
          turn.turn().episodeId() + "-" + turn.turn().step(),
          episodeId,
          "team.turn",
          refused.fault().name());
      throw new RefusedException(ErrorCode.PARTS_INVALID, refused.fault().name());
    } finally {
      if (!verified) {
        turn.close();
      }
    }
  }

  /** Opens the turn without looking at what is before it: enough to send that back. */
  OpenTurn openUnverified(Caller caller, KeySession session, String episodeId, int step) {
    return prepare(session, hold(caller, episodeId, Optional.of(step)));
  }

  /** The doctor's turn without anything opened: enough to keep a draft. */
  HeldTurn hold(Caller caller, String episodeId, Optional<Integer> step) {
    return held(caller, episodes.lock(episodeId), step);
  }

  /** The doctor's turn, which may end at any moment: enough for what may take long. */
  HeldTurn see(Caller caller, String episodeId) {
    return held(caller, episodes.find(episodeId), Optional.empty());
  }

  private HeldTurn held(Caller caller, Optional<Episode> found, Optional<Integer> step) {
    Episode episode =
        found
            .filter(each -> each.hospital().equals(caller.party().value()))
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    String episodeId = episode.id();
    if (episode.state() != EpisodeState.IN_TREATMENT) {
      throw new RefusedException(ErrorCode.EPISODE_MOVED_ON);
    }
    Turn turn =
        episodes
            .openTurn(episodeId)
            .filter(each -> each.doctorAccount().equals(caller.accountId().toString()))
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_YOUR_TURN));
    if (step.isPresent() && step.get() != turn.step()) {
      throw new RefusedException(ErrorCode.EPISODE_MOVED_ON);
    }
    return new HeldTurn(episode, turn, episodes.members(episodeId));
  }

  private OpenTurn prepare(KeySession session, HeldTurn held) {
    Episode episode = held.episode();
    String episodeId = episode.id();
    episodes.requireNoChangeAgreed(episodeId);
    Turn turn = held.turn();
    Roster roster = roster(episode);
    requireWarrant(roster, turn.place());
    Briefings.Opened opened = briefings.open(session, episode, held.member());
    List<SignedPart> parts = episodes.parts(episodeId).stream().map(HandOver::of).toList();
    return new OpenTurn(episode, turn, held.members(), roster, opened, parts, List.of(), List.of());
  }

  private Roster roster(Episode episode) {
    try {
      return rosters.of(episode);
    } catch (PartRefusedException refused) {
      throw new RefusedException(
          switch (refused.fault()) {
            case EXPELLED -> ErrorCode.DOCTOR_EXPELLED;
            case WITHDRAWN -> ErrorCode.WARRANT_WITHDRAWN;
            case GAVE_UP -> ErrorCode.VISITOR_GAVE_UP;
            default -> ErrorCode.WARRANT_MISSING;
          });
    }
  }

  private void requireWarrant(Roster roster, int place) {
    Instant now = clock.instant();
    if (!roster.warrants().get(place - 1).includes(now)) {
      throw new RefusedException(ErrorCode.WARRANT_MISSING);
    }
  }
}
