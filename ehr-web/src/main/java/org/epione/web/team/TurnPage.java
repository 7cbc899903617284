package org.epione.web.team;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.team.boundary.PartView;
import org.epione.team.boundary.SigningView;
import org.epione.team.boundary.TurnView;
import org.epione.team.boundary.Turns;
import org.epione.web.error.PageMessages;
import org.epione.web.session.SignedInUser;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/**
 * One turn: what the doctors before wrote, the own diagnosis, and signing exactly what is shown. A
 * request at a time: what was decrypted is never in the HTTP session.
 */
@Named
@RequestScoped
public class TurnPage {

  /** Where the view keeps which turn it shows: the form is decoded before parameters are set. */
  private static final String SHOWN = "org.epione.turn.episode";

  private static final String INBOX = "/doctor/inbox?faces-redirect=true";

  @EJB private Turns turns;
  @Inject private SignedInUser user;
  @Inject private Texts texts;
  @Inject private FacesContext faces;

  private int step;
  private int version;
  private String shownDigest = "";
  private String text = "";
  private String password = "";
  private String reason = "";
  private int returnTo;
  private boolean asked;
  private @Nullable TurnView turn;
  private @Nullable SigningView signing;

  /** Called when the page is first shown. */
  public void load() {
    TurnView opened = getTurn();
    if (opened != null) {
      text = opened.draft();
      version = opened.draftVersion();
      returnTo = opened.place() - 1;
    }
  }

  /** Keeps the text and shows what signing it means. */
  public void prepare() {
    signing = null;
    shownDigest = "";
    quietly(
        () -> {
          signing = turns.prepare(user.keySession(), getEpisode(), step, version, text);
          shownDigest = signing.contentDigest();
          version = signing.draftVersion();
        });
  }

  /** Signs what was shown. */
  public @Nullable String sign() {
    char[] typed = password.toCharArray();
    try {
      turns.sign(user.keySession(), getEpisode(), step, shownDigest, typed);
      return left("turn.signed");
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

  /** Sends the turn back to a doctor before. */
  public @Nullable String sendBack() {
    try {
      turns.sendBack(user.keySession(), getEpisode(), step, returnTo, reason);
      return left("turn.sentBack");
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
      return null;
    }
  }

  private String left(String message) {
    faces.getExternalContext().getFlash().setKeepMessages(true);
    PageMessages.done(texts.get("teamText", message), "");
    return INBOX;
  }

  private static void quietly(Runnable act) {
    try {
      act.run();
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
  }

  /** The turn, opened anew in each request, and once: what is refused is said once. */
  public @Nullable TurnView getTurn() {
    String episode = getEpisode();
    if (!asked && !episode.isEmpty()) {
      asked = true;
      quietly(
          () -> {
            turn = turns.open(user.keySession(), episode);
            if (step == 0) {
              step = turn.step();
            }
          });
    }
    return turn;
  }

  public @Nullable SigningView getSigning() {
    return signing;
  }

  public String getEpisode() {
    return (String) faces.getViewRoot().getViewMap().getOrDefault(SHOWN, "");
  }

  public void setEpisode(@Nullable String episode) {
    faces.getViewRoot().getViewMap().put(SHOWN, Objects.requireNonNullElse(episode, ""));
  }

  /** The turn that is on the page. */
  public int getStep() {
    return step;
  }

  public void setStep(int step) {
    this.step = step;
  }

  /** The version of the draft that the text on the page follows. */
  public int getVersion() {
    return version;
  }

  public void setVersion(int version) {
    this.version = version;
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
    TurnView opened = getTurn();
    return opened == null ? List.of() : opened.before();
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
