package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.epione.account.boundary.Caller;
import org.epione.attachment.boundary.Uploads;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.team.boundary.OpenEpisode;
import org.epione.team.entity.Episode;
import org.epione.team.entity.TurnState;

/**
 * Lets a treatment go on of which a turn is lost: a new episode of the same patient for the same
 * complaint with another team, and the end of the old one, in one step.
 */
@ApplicationScoped
public class FollowUps {

  @Inject private EpisodeStore episodes;
  @Inject private EpisodeSecrets secrets;
  @Inject private EpisodeOpening opening;
  @Inject private LostTurns lostTurns;
  @Inject private TeamChanges changes;
  @Inject private Visitors visitors;
  @Inject private Clock clock;
  @EJB private Uploads uploads;

  /** How many episodes of a hospital cannot go on. */
  public long needed(String hospital) {
    return episodes.goingOn(hospital).stream()
        .filter(episode -> !lostTurns.of(episode).isEmpty())
        .count();
  }

  /** Opens the episode that follows {@code old}, which is locked. */
  public Episode open(Caller caller, Episode old, List<String> doctors) {
    if (lostTurns.of(old).isEmpty()) {
      throw new RefusedException(ErrorCode.NOTHING_TO_FOLLOW);
    }
    episodes.requireNoChangeAgreed(old.id());
    PatientFacts facts = secrets.open(old).facts();
    Episode next =
        opening.open(
            caller,
            new OpenEpisode(old.patientId(), facts.complaint(), facts.symptomCode(), doctors));
    old.appends().ifPresent(next::append);
    Instant now = clock.instant();
    episodes.openTurn(old.id()).ifPresent(turn -> turn.close(TurnState.ENDED, now));
    changes.lapse(old, Integer.MAX_VALUE);
    old.follow(next.id(), now);
    visitors.ended(old);
    uploads.keepOnly(old.id(), List.of());
    return next;
  }
}
