package org.epione.web.supervision;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.epione.supervision.boundary.EvidenceView;
import org.epione.supervision.boundary.FilingView;
import org.epione.supervision.boundary.MovementView;
import org.epione.web.shell.Texts;
import org.epione.web.shell.Times;

/** What moved scores, and how matters stand, in plain words. */
@Named
@RequestScoped
public class SupervisionTexts {

  private static final String BUNDLE = "supervisionText";

  @Inject private Texts texts;
  @Inject private Times times;

  /** Why a score moved. */
  public String why(MovementView movement) {
    return movement.reason().isEmpty()
        ? texts.get(BUNDLE, "moved." + movement.type())
        : texts.get(BUNDLE, "moved." + movement.type(), detail(movement.reason()));
  }

  /** What a record says that a matter names. */
  public String says(EvidenceView evidence) {
    return evidence.says().isEmpty() ? "" : detail(evidence.says());
  }

  /** A record in one line, to choose it. */
  public String line(EvidenceView evidence) {
    String what = texts.get("auditText", "act." + evidence.type());
    return texts.get(
        BUNDLE, "report.line", what, times.text(evidence.at()), evidence.height(), says(evidence));
  }

  /** Points with their sign. */
  public String points(int points) {
    return points > 0 ? "+" + points : points < 0 ? "\u2212" + -points : "0";
  }

  /** How a report or appeal ended, or why the chain did not take it. */
  public String outcome(FilingView filing) {
    return filing.outcome().map(this::word).orElse("");
  }

  /** A rule or an outcome in words. */
  public String word(String code) {
    return texts.find(BUNDLE, "outcome." + code).orElseGet(() -> detail(code));
  }

  /** How an appeal stands. */
  public String appeal(Optional<String> standing) {
    return standing.map(each -> texts.get(BUNDLE, "appeal." + each)).orElse("");
  }

  private String detail(String code) {
    return texts.find(BUNDLE, "rule." + code).orElse(code);
  }
}
