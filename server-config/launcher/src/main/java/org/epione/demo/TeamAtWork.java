package org.epione.demo;

import java.util.List;
import java.util.Optional;
import org.epione.demo.DemonstrationData.Absence;
import org.epione.demo.DemonstrationData.Contribution;
import org.epione.demo.DemonstrationData.Correction;
import org.epione.demo.DemonstrationData.Patient;
import org.epione.demo.DemonstrationData.Story;
import org.epione.demo.client.DoctorDesk;
import org.epione.demo.client.Episode;

/**
 * What happens in a team besides signing in order: a turn that goes back for correction, and a
 * doctor who cannot sign and is left out with the patient's agreement.
 */
final class TeamAtWork {
  private static final String WHERE =
      "the episode in the registrar's portal, failed messages, and the administrator's chain page";

  private final Stage stage;
  private final Treatment treatment;
  private final Story story;

  /** In that treatment. */
  TeamAtWork(Stage stage, Treatment treatment) {
    this.stage = stage;
    this.treatment = treatment;
    this.story = treatment.story();
  }

  /** Whether this signer's part is corrected. */
  boolean isCorrected(int position) {
    return story
        .correction()
        .filter(correction -> correction.doctor().equals(signer(position)))
        .isPresent();
  }

  /** The doctor signs what has to be corrected. */
  void signFirst(int position) {
    if (treatment.episode().returned() == 0 && treatment.awaitTurn(position)) {
      stage
          .doctor(signer(position))
          .sign(treatment.episodeId(), correction().first(), stage.password(signer(position)));
    }
    stage.progress().line("turn " + (position + 1) + " signed, with a mistake in it");
  }

  /** The doctor after sends it back; the doctor before reads why. */
  void sendBack(int position) {
    if (treatment.episode().returned() == 0 && treatment.awaitTurn(position + 1)) {
      stage
          .doctor(signer(position + 1))
          .sendBack(treatment.episodeId(), correction().returnedBecause());
    }
    stage
        .waiting()
        .untilTrue("the turn to come back", WHERE, () -> treatment.episode().voided() > 0);
    if (treatment.awaitTurn(position)) {
      DoctorDesk desk = stage.doctor(signer(position));
      Verified.that(
          desk.cameBackBecause(treatment.episodeId())
              .filter(correction().returnedBecause()::equals)
              .isPresent(),
          "the doctor reads why the turn came back");
    }
    stage
        .progress()
        .verified(
            "turn sent back",
            signer(position + 1),
            "",
            "the signature before is void, and " + signer(position) + " reads why");
  }

  /** Whether the doctor who cannot sign has the place before this signer. */
  boolean isAbsentBefore(int position) {
    List<String> team = story.team().stream().map(Contribution::doctor).toList();
    return story
        .absence()
        .filter(away -> team.indexOf(away.doctor()) == team.indexOf(signer(position)) - 1)
        .isPresent();
  }

  /** The registrar proposes to leave the doctor out, when the turn is hers. */
  void proposeToLeaveOut(int position) {
    Absence away = absence();
    int place = position + 1;
    Episode now =
        stage
            .waiting()
            .until(
                "the turn of " + away.doctor(),
                WHERE,
                () ->
                    Optional.of(treatment.episode())
                        .filter(episode -> isProposed(episode) || episode.turn() == place));
    if (!isProposed(now)) {
      stage
          .registrar(stage.data().hospital(story.hospital()))
          .leaveOut(treatment.episodeId(), place, away.reason());
    }
    stage
        .progress()
        .verified(
            "change of the team proposed", away.doctor(), "", "the turn is hers, and she is away");
  }

  /** The patient agrees; the chain carries it. */
  void agree() {
    Patient patient = stage.data().patient(story.patient());
    if (treatment.episode().changes().contains("PROPOSED")) {
      stage
          .patient(patient.userName())
          .agreeToChange(treatment.episodeId(), stage.password(patient.userName()));
    }
    stage
        .waiting()
        .untilTrue(
            "the change of the team on the chain",
            WHERE,
            () -> treatment.episode().changes().contains("IN_FORCE"));
    stage
        .progress()
        .verified(
            "team changed",
            treatment.episode().reference(),
            "",
            "agreed and signed by " + patient.displayName() + "; what was signed stands");
  }

  private static boolean isProposed(Episode episode) {
    return !episode.changes().isEmpty();
  }

  private String signer(int position) {
    return story.signers().get(position).doctor();
  }

  private Correction correction() {
    return story.correction().orElseThrow();
  }

  private Absence absence() {
    return story.absence().orElseThrow();
  }
}
