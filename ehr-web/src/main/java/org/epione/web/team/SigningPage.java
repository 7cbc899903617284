package org.epione.web.team;

import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.team.boundary.PartView;
import org.epione.team.boundary.SigningView;
import org.epione.web.error.PageMessages;
import org.jspecify.annotations.Nullable;

/**
 * A page with a turn: a doctor reads, writes, and signs exactly what is shown, or sends the turn
 * back. A request at a time: what was decrypted is never in the HTTP session.
 */
public abstract class SigningPage {

  /** Where the view keeps what it shows: the form is decoded before parameters are set. */
  private static final String SHOWN = "org.epione.turn.shown";

  private static final String INBOX = "/doctor/inbox?faces-redirect=true";

  @Inject private FacesContext faces;

  private int step;
  private String shownDigest = "";
  private String text = "";
  private String password = "";
  private String reason = "";
  private int returnTo;
  private @Nullable SigningView signing;

  /** Keeps what was written, where the turn has drafts. */
  protected abstract SigningView prepared();

  protected abstract void signShown(char[] typed) throws WrongPasswordException;

  protected abstract void giveBack();

  /** What the page says when it is done, by the end of the text's name. */
  protected abstract String told(String done);

  /** The doctors to whom the turn can go back. */
  public abstract List<PartView> getEarlier();

  /** What the page is about, or nothing. */
  protected String shown() {
    return (String) faces.getViewRoot().getViewMap().getOrDefault(SHOWN, "");
  }

  protected void show(@Nullable String id) {
    faces.getViewRoot().getViewMap().put(SHOWN, Objects.requireNonNullElse(id, ""));
  }

  /** The page is shown for the first time, with this text, for the doctor at that place. */
  protected void begin(String written, int place) {
    text = written;
    returnTo = place - 1;
  }

  /** The turn that is open; a form goes on with the one that it showed. */
  protected void at(int open) {
    if (step == 0) {
      step = open;
    }
  }

  /** Shows what signing the text means. */
  public void prepare() {
    signing = null;
    shownDigest = "";
    quietly(
        () -> {
          signing = prepared();
          shownDigest = signing.contentDigest();
        });
  }

  /** Signs what was shown. */
  public @Nullable String sign() {
    return withPassword(this::signShown, "signed");
  }

  /** Sends the turn back to a doctor before. */
  public @Nullable String sendBack() {
    return act(this::giveBack, "sentBack");
  }

  /** Something that needs the password. */
  protected interface Signed {
    void by(char[] password) throws WrongPasswordException;
  }

  /** Acts with the password that was typed. */
  protected @Nullable String withPassword(Signed act, String done) {
    char[] typed = password.toCharArray();
    try {
      act.by(typed);
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

  /** Acts, and leaves the page when it is done. */
  protected @Nullable String act(Runnable act, String done) {
    try {
      act.run();
      return left(done);
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
      return null;
    }
  }

  private String left(String done) {
    faces.getExternalContext().getFlash().setKeepMessages(true);
    PageMessages.done(told(done), "");
    return INBOX;
  }

  /** Acts, and says what is refused. */
  protected static void quietly(Runnable act) {
    try {
      act.run();
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
  }

  public @Nullable SigningView getSigning() {
    return signing;
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

  /** Always empty: a password is never sent back. */
  public String getPassword() {
    return "";
  }

  public void setPassword(@Nullable String password) {
    this.password = Objects.requireNonNullElse(password, "");
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
