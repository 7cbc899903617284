package org.epione.team.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.epione.chain.boundary.ReceiptListener;
import org.epione.ledger.receipt.Inclusion;
import org.epione.ledger.record.EpisodeOpenedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordType;
import org.epione.team.entity.Episode;
import org.epione.team.entity.EpisodeState;

/**
 * The chain's answer about an opening: the team gets its group key, and the first doctor the turn.
 */
@ApplicationScoped
public class OpeningReceipts implements ReceiptListener {

  @Inject private EpisodeStore episodes;
  @Inject private Briefings briefings;
  @Inject private HandOver handOver;
  @Inject private Clock clock;

  @Override
  public Set<RecordType> types() {
    return Set.of(RecordType.EPISODE_OPENED);
  }

  @Override
  public void onFinal(LedgerRecord submitted, Inclusion inclusion) {
    whenWaiting(
        submitted,
        episode -> {
          episode.begin(clock.instant());
          briefings.invite(episode, episodes.members(episode.id()));
          handOver.send(episode, List.of());
        });
  }

  @Override
  public void onRejected(LedgerRecord submitted, String reason) {
    whenWaiting(
        submitted, episode -> episode.reject(submitted.type() + " " + reason, clock.instant()));
  }

  private void whenWaiting(LedgerRecord submitted, Consumer<Episode> act) {
    EpisodeOpenedBody body = (EpisodeOpenedBody) submitted.body();
    episodes
        .lock(body.episode().hex())
        .filter(episode -> episode.state() == EpisodeState.OPENING)
        .filter(episode -> episode.openingRecord().equals(Optional.of(submitted.id().hex())))
        .ifPresent(act);
  }
}
