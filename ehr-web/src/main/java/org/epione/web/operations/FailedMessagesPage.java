package org.epione.web.operations;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.epione.deadletter.boundary.DeadLetterState;
import org.epione.deadletter.boundary.DeadLetterView;
import org.epione.deadletter.boundary.DeadLetters;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** The failed messages of an administrator, and what she decides about each. */
@Named
@ViewScoped
public class FailedMessagesPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String TEXTS = "operationsText";

  @EJB private transient DeadLetters letters;
  @Inject private transient Texts texts;

  private transient @Nullable List<DeadLetterView> all;
  private long selected;
  private String reason = "";

  /** Those that wait for a decision. */
  public List<DeadLetterView> getWaiting() {
    return all().stream().filter(letter -> letter.state() == DeadLetterState.WAITING).toList();
  }

  /** Those that were decided on. */
  public List<DeadLetterView> getDecided() {
    return all().stream().filter(letter -> letter.state() != DeadLetterState.WAITING).toList();
  }

  /** Shows what arrived since. */
  public void reload() {
    all = null;
  }

  /** Sends a message once more. */
  public void replay(DeadLetterView letter) {
    decide("messages.replayed", () -> letters.replay(letter.id()));
  }

  /** Gives the selected message up, for the reason given. */
  public void discard() {
    decide("messages.discarded", () -> letters.discard(selected, reason));
  }

  private void decide(String done, Runnable act) {
    all = null;
    try {
      act.run();
      reason = "";
      PageMessages.done(texts.get(TEXTS, done), texts.get(TEXTS, done + "Detail"));
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
  }

  private List<DeadLetterView> all() {
    if (all == null) {
      all = letters.list();
    }
    return all;
  }

  /** What the message was about, in words; the type itself where there are none. */
  public String kind(DeadLetterView letter) {
    return texts.find(TEXTS, "type." + letter.type()).orElse(letter.type());
  }

  /** The message that the dialog is about. */
  public long getSelected() {
    return selected;
  }

  public void setSelected(long selected) {
    this.selected = selected;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = Objects.requireNonNullElse(reason, "");
  }
}
