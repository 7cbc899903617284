package org.epione.team.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.epione.platform.erasure.Erased;
import org.epione.platform.erasure.ErasedRows;
import org.epione.platform.erasure.ForgottenPatient;
import org.epione.platform.erasure.Obstacle;
import org.epione.platform.erasure.PatientErasure;
import org.epione.team.boundary.VisitingDoctors;
import org.epione.team.entity.Episode;
import org.epione.team.entity.EpisodeState;

/**
 * Destroys what teams knew of a patient: her name and complaint, the group keys sealed to doctors,
 * the texts and drafts under them. What stays says that there was an episode, who signed in it and
 * when, as the chain does.
 */
@ApplicationScoped
public class EpisodeErasure implements PatientErasure {

  private static final List<String> TEXTS =
      List.of(
          "update TeamMember m set m.sealedBriefing = null, m.expectedConfirmation = null"
              + " where m.episodeId = :of and m.sealedBriefing is not null",
          "update TeamPart p set p.sealedText = null"
              + " where p.episodeId = :of and p.sealedText is not null",
          "update VoidPart p set p.sealedText = null"
              + " where p.episodeId = :of and p.sealedText is not null",
          "update Turn t set t.sealedReason = null, t.sealedDraft = null, t.sealedFormer = null"
              + " where t.episodeId = :of and (t.sealedReason is not null"
              + " or t.sealedDraft is not null or t.sealedFormer is not null)");

  @Inject private EpisodeStore episodes;
  @Inject private EpisodeSecrets secrets;
  @Inject private VisitingDoctors visiting;
  @Inject private ErasedRows rows;
  @Inject private Clock clock;

  @Override
  public Erased what() {
    return Erased.EPISODES;
  }

  /** A treatment ends first. One that the patient has not agreed to is none yet. */
  @Override
  public Optional<Obstacle> obstacle(ForgottenPatient patient) {
    return own(patient).stream().anyMatch(EpisodeErasure::goesOn)
        ? Optional.of(Obstacle.EPISODE_OPEN)
        : Optional.empty();
  }

  private static boolean goesOn(Episode episode) {
    return !episode.state().isOver() && episode.state() != EpisodeState.AWAITING_WARRANTS;
  }

  @Override
  public int erase(ForgottenPatient patient) {
    int entries = own(patient).stream().mapToInt(this::forget).sum();
    for (String each : TEXTS) {
      entries += rows.change(each, patient.episodes());
    }
    return entries + visiting.forget(patient.episodes());
  }

  private int forget(Episode episode) {
    if (episode.isForgotten()) {
      return 0;
    }
    // Nobody can sign its warrants any more.
    if (episode.state() == EpisodeState.AWAITING_WARRANTS) {
      episode.takeBack(clock.instant());
    }
    episode.forget(secrets.ofForgotten(episode), clock.instant());
    episodes
        .changes(episode.id())
        .forEach(change -> change.forget(secrets.reasonOfForgotten(episode, change)));
    episodes.flush();
    return 1;
  }

  private List<Episode> own(ForgottenPatient patient) {
    return episodes.ofPatient(patient.account().toString()).stream()
        .filter(each -> each.hospital().equals(patient.hospital().value()))
        .toList();
  }
}
