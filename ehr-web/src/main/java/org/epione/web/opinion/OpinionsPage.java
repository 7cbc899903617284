package org.epione.web.opinion;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.epione.opinion.boundary.OpinionCaseView;
import org.epione.opinion.boundary.Opinions;
import org.epione.opinion.boundary.VisitEntry;
import org.jspecify.annotations.Nullable;

/** What other hospitals ask of a doctor, in her inbox. */
@Named
@RequestScoped
public class OpinionsPage {

  @EJB private Opinions opinions;

  private @Nullable List<OpinionCaseView> asked;
  private @Nullable List<OpinionCaseView> accepted;
  private @Nullable List<VisitEntry> turns;

  /** Questions that wait for an answer. */
  public List<OpinionCaseView> getAsked() {
    if (asked == null) {
      asked = opinions.asked();
    }
    return asked;
  }

  public List<VisitEntry> getTurns() {
    if (turns == null) {
      turns = opinions.turns();
    }
    return turns;
  }

  /** Questions that she agreed to, whose turn is not there. */
  public List<OpinionCaseView> getAccepted() {
    if (accepted == null) {
      accepted =
          opinions.accepted().stream()
              .filter(each -> getTurns().stream().noneMatch(turn -> turn.id().equals(each.id())))
              .toList();
    }
    return accepted;
  }

  /** Whether anything is asked or going on. */
  public boolean isSomething() {
    return Stream.of(getAsked(), getTurns(), getAccepted()).anyMatch(each -> !each.isEmpty());
  }
}
