package org.epione.web.opinion;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.opinion.boundary.OpinionCaseView;
import org.epione.opinion.boundary.Opinions;
import org.epione.opinion.boundary.VisitView;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.team.boundary.PartView;
import org.epione.team.boundary.SigningView;
import org.epione.web.error.PageMessages;
import org.epione.web.session.SignedInUser;
import org.epione.web.shell.Texts;
import org.epione.web.team.SigningPage;
import org.jspecify.annotations.Nullable;

/** One question of another hospital to a doctor, from her answer to the turn that follows. */
@Named
@RequestScoped
public class OpinionPage extends SigningPage {

  @EJB private Opinions opinions;
  @Inject private SignedInUser user;
  @Inject private Texts texts;

  private boolean looked;
  private boolean opened;
  private @Nullable OpinionCaseView asked;
  private @Nullable OpinionCaseView accepted;
  private @Nullable VisitView turn;

  /** Called when the page is first shown. */
  public void load() {
    VisitView visit = getTurn();
    if (visit != null) {
      begin(visit.text(), visit.place());
    } else if (isUnknown()) {
      PageMessages.refused(new RefusedException(ErrorCode.OPINION_MOVED_ON));
    }
  }

  private boolean isUnknown() {
    return getAsked() == null && getAccepted() == null;
  }

  /** The question, while it waits for an answer. */
  public @Nullable OpinionCaseView getAsked() {
    look();
    return asked;
  }

  /** The question, once she agreed to it. */
  public @Nullable OpinionCaseView getAccepted() {
    look();
    return accepted;
  }

  /** Once in a request: each look is recorded. */
  private void look() {
    if (!looked) {
      looked = true;
      asked = find(opinions.asked());
      accepted = find(opinions.accepted());
    }
  }

  private @Nullable OpinionCaseView find(List<OpinionCaseView> all) {
    return all.stream().filter(each -> each.id().equals(getQuestion())).findFirst().orElse(null);
  }

  /** Agrees, with the password. */
  public @Nullable String accept() {
    return withPassword(typed -> opinions.accept(getQuestion(), typed), "accepted");
  }

  /** Declines, or gives it up. */
  public @Nullable String decline() {
    return act(() -> opinions.decline(getQuestion()), "declined");
  }

  @Override
  protected SigningView prepared() {
    return opinions.prepare(user.keySession(), getQuestion(), getStep(), getText());
  }

  @Override
  protected void signShown(char[] typed) throws WrongPasswordException {
    opinions.sign(user.keySession(), getQuestion(), getStep(), getShownDigest(), typed);
  }

  @Override
  protected void giveBack() {
    opinions.sendBack(user.keySession(), getQuestion(), getStep(), getReturnTo(), getReason());
  }

  @Override
  protected String told(String done) {
    return texts.get("opinionText", "opinion." + done);
  }

  /** The turn, if it is there: opened anew in each request, and once. */
  public @Nullable VisitView getTurn() {
    if (!opened && getAccepted() != null && hasOpenTurn()) {
      quietly(
          () -> {
            turn = opinions.open(user.keySession(), getQuestion());
            at(turn.step());
          });
    }
    opened = true;
    return turn;
  }

  private boolean hasOpenTurn() {
    return opinions.turns().stream()
        .anyMatch(each -> each.id().equals(getQuestion()) && !each.sent());
  }

  /** Which page this is, for its title. */
  public String getReference() {
    return Optional.ofNullable(getAsked())
        .or(() -> Optional.ofNullable(getAccepted()))
        .map(OpinionCaseView::reference)
        .orElse("");
  }

  public String getQuestion() {
    return shown();
  }

  public void setQuestion(@Nullable String question) {
    show(question);
  }

  @Override
  public List<PartView> getEarlier() {
    VisitView visit = getTurn();
    return visit == null ? List.of() : visit.before();
  }
}
