package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.epione.attachment.boundary.Uploads;
import org.epione.team.entity.Episode;
import org.epione.team.entity.Turn;
import org.epione.team.entity.TurnState;

/** A turn goes back to a doctor before; too often, and the episode stops instead. */
@ApplicationScoped
public class Returns {

  @Inject private HandOver handOver;
  @Inject private TeamChanges changes;
  @Inject private Visitors visitors;
  @Inject private TeamSettings settings;
  @Inject private Clock clock;
  @EJB private Uploads uploads;

  /** Sends the open turn back to that place. */
  void back(Episode episode, Turn turn, int place, byte[] sealedReason) {
    Instant now = clock.instant();
    if (episode.timesReturned() >= settings.resignLimit()) {
      turn.close(TurnState.ENDED, now);
      changes.lapse(episode, Integer.MAX_VALUE);
      episode.stop("RESIGN_LIMIT", now);
      uploads.keepOnly(episode.id(), List.of());
      visitors.ended(episode);
      return;
    }
    turn.close(TurnState.SENT_BACK, now);
    episode.returned();
    handOver.sendBack(episode, place, sealedReason);
  }
}
