package org.epione.web.opinion;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
import org.jspecify.annotations.Nullable;

/**
 * One question of another hospital to a doctor, from her answer to the turn that follows. A request
 * at a time: what was decrypted is never in the HTTP session.
 */
@Named
@RequestScoped
public class OpinionPage {

  /**
   * Where the view keeps which question it shows: the form is decoded before parameters are set.
   */
  private static final String SHOWN = "org.epione.opinion.question";

  private static final String INBOX = "/doctor/inbox?faces-redirect=true";

  @EJB private Opinions opinions;
  @Inject private SignedInUser user;
  @Inject private Texts texts;
  @Inject private FacesContext faces;

  private int step;
  private String shownDigest = "";
  private String text = "";
  private String password = "";
  private String reason = "";
  private int returnTo;
  private boolean looked;
  private boolean opened;
  private @Nullable OpinionCaseView asked;
  private @Nullable OpinionCaseView accepted;
  private @Nullable VisitView turn;
  private @Nullable SigningView signing;

  /** Called when the page is first shown. */
  public void load() {
    VisitView visit = getTurn();
    if (visit != null) {
      text = visit.text();
      returnTo = visit.place() - 1;
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
    return withPassword(typed -> opinions.accept(getQuestion(), typed), "opinion.accepted");
  }

  /** Declines, or gives it up. */
  public @Nullable String decline() {
    return act(() -> opinions.decline(getQuestion()), "opinion.declined");
  }

  /** Keeps the text and shows what signing it means. */
  public void prepare() {
    signing = null;
    shownDigest = "";
    try {
      signing = opinions.prepare(user.keySession(), getQuestion(), step, text);
      shownDigest = signing.contentDigest();
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
  }

  /** Signs what was shown. */
  public @Nullable String sign() {
    return withPassword(
        typed -> opinions.sign(user.keySession(), getQuestion(), step, shownDigest, typed),
        "opinion.signed");
  }

  /** Sends the turn back to a doctor before. */
  public @Nullable String sendBack() {
    return act(
        () -> opinions.sendBack(user.keySession(), getQuestion(), step, returnTo, reason),
        "opinion.sentBack");
  }

  private interface WithPassword {
    void act(char[] password) throws WrongPasswordException;
  }

  private @Nullable String withPassword(WithPassword act, String done) {
    char[] typed = password.toCharArray();
    try {
      act.act(typed);
      return left(done);
    } catch (WrongPasswordException wrong) {
      PageMessages.refused(new RefusedException(ErrorCode.WRONG_PASSWORD));
      return null;
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
      return null;
    } finally {
      Arrays.fill(typed, '\0');
    }
  }

  private @Nullable String act(Runnable act, String done) {
    try {
      act.run();
      return left(done);
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
      return null;
    }
  }

  private String left(String message) {
    faces.getExternalContext().getFlash().setKeepMessages(true);
    PageMessages.done(texts.get("opinionText", message), "");
    return INBOX;
  }

  /** The turn, if it is there: opened anew in each request, and once. */
  public @Nullable VisitView getTurn() {
    if (!opened && getAccepted() != null && hasOpenTurn()) {
      try {
        turn = opinions.open(user.keySession(), getQuestion());
        if (step == 0) {
          step = turn.step();
        }
      } catch (RefusedException refusal) {
        PageMessages.refused(refusal);
      }
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

  public @Nullable SigningView getSigning() {
    return signing;
  }

  public String getQuestion() {
    return (String) faces.getViewRoot().getViewMap().getOrDefault(SHOWN, "");
  }

  public void setQuestion(@Nullable String question) {
    faces.getViewRoot().getViewMap().put(SHOWN, Objects.requireNonNullElse(question, ""));
  }

  /** The turn that is on the page. */
  public int getStep() {
    return step;
  }

  public void setStep(int step) {
    this.step = step;
  }

  /** What is shown for signing. */
  public String getShownDigest() {
    return shownDigest;
  }

  public void setShownDigest(@Nullable String shownDigest) {
    this.shownDigest = Objects.requireNonNullElse(shownDigest, "");
  }

  public String getText() {
    return text;
  }

  /** Forms send lines that end with CR LF, whatever was typed. */
  public void setText(@Nullable String text) {
    this.text = Objects.requireNonNullElse(text, "").replace("\r\n", "\n");
  }

  public String getPassword() {
    return "";
  }

  public void setPassword(@Nullable String password) {
    this.password = Objects.requireNonNullElse(password, "");
  }

  /** The doctors to whom the turn can go back. */
  public List<PartView> getEarlier() {
    VisitView visit = getTurn();
    return visit == null ? List.of() : visit.before();
  }

  /** The place to which the turn is to go back. */
  public int getReturnTo() {
    return returnTo;
  }

  public void setReturnTo(int returnTo) {
    this.returnTo = returnTo;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = Objects.requireNonNullElse(reason, "");
  }
}
