package org.epione.web.forgetting;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.epione.forgetting.boundary.ForgettingRelease;
import org.epione.forgetting.boundary.ForgettingView;
import org.epione.forgetting.boundary.LegalHoldView;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.input.Days;
import org.epione.web.input.Password;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** The administrator releases that a patient be forgotten, and holds data. */
@Named
@ViewScoped
public class ForgettingReleasePage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int MONTHS = 12;

  @EJB private transient ForgettingRelease release;
  @Inject private transient Texts texts;
  @Inject private transient Clock clock;

  private String selected = "";
  private String words = "";
  private transient String password = "";
  private String number = "";
  private String reason = "";
  private @Nullable LocalDate until;
  private transient @Nullable List<ForgettingView> rows;
  private transient @Nullable List<LegalHoldView> holds;

  /** Lets the selected one be destroyed. */
  public void release() {
    act(
        () -> Password.with(password, typed -> release.release(selected, words, typed)),
        "release.done");
  }

  /** Refuses the selected one. */
  public void refuse() {
    act(() -> release.refuse(selected, words), "word.refused");
  }

  /** Holds a patient's data, to the end of the day. */
  public void hold() {
    LocalDate day = getUntil();
    act(
        () -> Password.with(password, typed -> release.hold(number, reason, Days.end(day), typed)),
        "hold.done");
  }

  /** Lifts the selected hold. */
  public void lift() {
    act(() -> Password.with(password, typed -> release.lift(selected, typed)), "hold.lifted");
  }

  private void act(Runnable act, String done) {
    try {
      act.run();
      PageMessages.done(texts.get("forgettingText", done), "");
      select("");
      number = "";
      reason = "";
      until = null;
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    reload();
  }

  /** Shows one of them, or none. */
  public void select(String id) {
    selected = id;
    words = "";
    reload();
  }

  /** Shows what has changed since. */
  public void reload() {
    rows = null;
    holds = null;
  }

  public List<ForgettingView> getRows() {
    if (rows == null) {
      rows = release.requests();
    }
    return rows;
  }

  public List<LegalHoldView> getHolds() {
    if (holds == null) {
      holds = release.holds();
    }
    return holds;
  }

  /** The selected one, or null. */
  public @Nullable ForgettingView getRow() {
    return getRows().stream().filter(each -> each.id().equals(selected)).findFirst().orElse(null);
  }

  public String getSelected() {
    return selected;
  }

  public void setSelected(@Nullable String selected) {
    this.selected = Objects.requireNonNullElse(selected, "");
  }

  public String getWords() {
    return words;
  }

  public void setWords(@Nullable String words) {
    this.words = Objects.requireNonNullElse(words, "");
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(@Nullable String number) {
    this.number = Objects.requireNonNullElse(number, "");
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = Objects.requireNonNullElse(reason, "");
  }

  /** A year from now, until another day is chosen. */
  public LocalDate getUntil() {
    return until == null ? Days.today(clock).plusMonths(MONTHS) : until;
  }

  public void setUntil(@Nullable LocalDate until) {
    this.until = until;
  }

  /** Always empty: a password is never sent back. */
  public String getPassword() {
    return "";
  }

  public void setPassword(@Nullable String password) {
    this.password = Objects.requireNonNullElse(password, "");
  }
}
