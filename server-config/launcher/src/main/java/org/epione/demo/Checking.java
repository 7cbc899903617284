package org.epione.demo;

import java.util.List;
import org.epione.demo.client.AuditorDesk;

/** Last part of the path: the auditor checks all of it. */
public final class Checking {
  private final Stage stage;

  /** Checking on that stage. */
  public Checking(Stage stage) {
    this.stage = stage;
  }

  /** The auditor checks every act of an episode and its stored ciphertext. */
  public void episode(Treatment treatment) {
    AuditorDesk desk = stage.auditor();
    String hospital = treatment.story().hospital();
    String check = desk.beginCheck(hospital, treatment.episodeId());
    AuditorDesk.EpisodeCheck found =
        stage
            .waiting()
            .until(
                "the check of the episode",
                "the auditor's episode page, and failed messages",
                () -> desk.check(check));
    String faults =
        found.findings().stream()
            .filter(finding -> !finding.ok())
            .map(finding -> finding.what() + " " + finding.detail())
            .toList()
            .toString();
    Verified.that(found.sound(), "the auditor finds the episode sound, not " + faults);
    Verified.that(
        found.ciphertext().equals("INTACT"),
        "the stored ciphertext is intact, not " + found.ciphertext());
    List<AuditorDesk.Act> acts = desk.acts(hospital, treatment.episodeId());
    String reference = treatment.episode().reference();
    stage
        .progress()
        .verified(
            "episode audited",
            reference,
            "",
            found.findings().size() + " findings, ciphertext intact");
    stage.progress().acts(reference, acts);
  }

  /** The auditor checks a hospital's whole chain. */
  public void chain(String hospital) {
    AuditorDesk.ChainCheck found = stage.auditor().checkChain(hospital);
    Verified.that(found.sound(), "the chain of " + hospital + " is sound, not " + found.fault());
    stage
        .progress()
        .verified(
            "chain audited",
            hospital,
            "0-" + found.height(),
            found.records() + " records, every block and signature");
  }
}
