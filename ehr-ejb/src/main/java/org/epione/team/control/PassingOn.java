package org.epione.team.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.epione.account.boundary.Caller;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.custody.boundary.KeySession;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.team.boundary.PartRefusedException;
import org.epione.team.boundary.PassOnEntry;
import org.epione.team.entity.Episode;
import org.epione.team.entity.EpisodeState;
import org.epione.team.entity.TeamMember;
import org.epione.team.entity.TeamPart;

/**
 * Lets a doctor who came into a team later read what was written before. The hospital has no copy
 * of a group key, so a doctor who was of both teams seals those texts again, under the new key.
 */
@ApplicationScoped
public class PassingOn {

  @Inject private EpisodeStore episodes;
  @Inject private Rosters rosters;
  @Inject private Briefings briefings;
  @Inject private VisitDispatch visits;
  @Inject private CryptoSuite suite;
  @Inject private Clock clock;

  /** The episodes of which the caller holds a text that another of the team lacks. */
  public List<PassOnEntry> due(Caller caller) {
    String account = caller.accountId().toString();
    return episodes.atWork(account).stream()
        .map(place -> episodes.find(place.episodeId()).orElseThrow())
        .filter(episode -> isDue(episode, account))
        .map(episode -> new PassOnEntry(episode.id(), episode.reference(), lacking(episode)))
        .toList();
  }

  private boolean isDue(Episode episode, String account) {
    List<Integer> needed =
        episodes.parts(episode.id()).stream().map(TeamPart::epoch).distinct().toList();
    return !lacking(episode).isEmpty()
        && needed.stream().allMatch(epoch -> holds(episode, account, epoch));
  }

  /** Names of the doctors who were not in the team of one of the parts so far. */
  private List<String> lacking(Episode episode) {
    List<Integer> needed =
        episodes.parts(episode.id()).stream().map(TeamPart::epoch).distinct().toList();
    return episodes.members(episode.id()).stream()
        .filter(
            member ->
                needed.stream().anyMatch(epoch -> !holds(episode, member.doctorAccount(), epoch)))
        .map(TeamMember::doctorName)
        .toList();
  }

  private boolean holds(Episode episode, String account, int epoch) {
    return epoch == episode.epoch()
        || episodes.places(episode.id(), account).stream()
            .anyMatch(place -> place.epoch() == epoch && place.sealedBriefing().isPresent());
  }

  /**
   * Seals all parts so far again under the present key. Not while one is on its way: it would
   * arrive with the old text.
   *
   * @throws RefusedException EHR-3002, EHR-3006, EHR-3007
   */
  public void passOn(Caller caller, KeySession session, String episodeId) {
    Episode episode =
        episodes
            .lock(episodeId)
            .filter(each -> each.state() == EpisodeState.IN_TREATMENT)
            .filter(each -> episodes.openTurn(each.id()).isPresent())
            .orElseThrow(() -> new RefusedException(ErrorCode.EPISODE_MOVED_ON));
    TeamMember member =
        episodes
            .member(episodeId, caller.accountId().toString())
            .orElseThrow(() -> new RefusedException(ErrorCode.ACCESS_DENIED));
    List<TeamPart> parts = episodes.parts(episodeId);
    try (Briefings.Opened opened = briefings.open(session, episode, member)) {
      List<Statement> statements =
          new PartChain(suite, rosters.of(episode))
              .verify(parts.stream().map(HandOver::of).toList(), clock.instant());
      for (int i = 0; i < parts.size(); i++) {
        TeamPart part = parts.get(i);
        part.sealedAgain(
            opened
                .key()
                .sealContribution(
                    PartChain.read(
                        opened.key(part.epoch()),
                        statements.get(i),
                        part.sealedText().orElseThrow())),
            episode.epoch());
      }
      episodes.openTurn(episodeId).ifPresent(turn -> visits.schedule(episode, turn));
    } catch (PartRefusedException refused) {
      throw new RefusedException(ErrorCode.PARTS_INVALID, refused.fault().name());
    }
  }
}
