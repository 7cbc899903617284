package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.epione.attachment.boundary.Uploads;
import org.epione.crypto.identity.RecordId;
import org.epione.record.boundary.RecordListener;
import org.epione.team.entity.Episode;
import org.epione.team.entity.EpisodeState;
import org.epione.team.entity.TeamMember;
import org.epione.team.entity.TeamPart;
import org.epione.team.entity.Turn;
import org.epione.team.entity.VoidPart;

/**
 * What the end of its record means for an episode. When the record is final the group key is
 * destroyed, with all that was under it; a rejected one keeps it, because it holds the only copy of
 * what the doctors wrote.
 */
@ApplicationScoped
public class EpisodeEnd implements RecordListener {

  @Inject private EpisodeStore episodes;
  @Inject private Visitors visitors;
  @Inject private Clock clock;
  @EJB private Uploads uploads;

  @Override
  public void onFinal(RecordId record) {
    episodes
        .lock(record.hex())
        .filter(episode -> episode.state() == EpisodeState.SEALING)
        .ifPresent(this::complete);
  }

  private void complete(Episode episode) {
    episode.complete(clock.instant());
    for (int epoch = 1; epoch <= episode.epoch(); epoch++) {
      episodes.members(episode.id(), epoch).forEach(TeamMember::forget);
    }
    episodes.parts(episode.id()).forEach(TeamPart::forget);
    episodes.voidParts(episode.id()).forEach(VoidPart::forget);
    episodes.turns(episode.id()).forEach(Turn::forget);
    uploads.keepOnly(episode.id(), List.of());
    visitors.ended(episode);
  }

  @Override
  public void onRejected(RecordId record, String reason) {
    episodes
        .lock(record.hex())
        .filter(episode -> episode.state() == EpisodeState.SEALING)
        .ifPresent(episode -> episode.reject(reason, clock.instant()));
  }
}
