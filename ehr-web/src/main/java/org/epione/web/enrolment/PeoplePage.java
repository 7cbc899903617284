package org.epione.web.enrolment;

import java.io.Serializable;
import java.util.List;
import java.util.function.Supplier;
import org.epione.enrolment.boundary.StaffView;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.input.Input;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** A list of people with the form that invites one: what staff and auditors have in common. */
abstract class PeoplePage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String TEXTS = "enrolmentText";

  private transient @Nullable List<StaffView> rows;
  private String displayName = "";

  abstract List<StaffView> all();

  abstract void letIn(StaffView member);

  abstract void takeSecondFactor(StaffView member);

  abstract Texts texts();

  public List<StaffView> getRows() {
    if (rows == null) {
      rows = all();
    }
    return rows;
  }

  /** Shows what arrived since. */
  public void reload() {
    rows = null;
  }

  /** Lets someone sign in again whose account was locked. */
  public void unlock(StaffView member) {
    attempt(
        "unlocked",
        () -> {
          letIn(member);
          return member.displayName();
        });
  }

  /** Takes the second factor from someone who has lost it. */
  public void reset(StaffView member) {
    attempt(
        "secondFactorReset",
        () -> {
          takeSecondFactor(member);
          return member.displayName();
        });
  }

  /** Does something, and says so with the name that it gives, or says why not. */
  final boolean attempt(String done, Supplier<String> act) {
    rows = null;
    try {
      PageMessages.done(texts().get(TEXTS, done, act.get()), "");
      return true;
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
      return false;
    }
  }

  /** How an account's state is marked: good, warn or bad. */
  public String mark(StaffView member) {
    return switch (member.account()) {
      case ACTIVE -> "good";
      case INVITED -> "warn";
      case DISABLED, FORGOTTEN -> "bad";
    };
  }

  public String getDisplayName() {
    return displayName;
  }

  public void setDisplayName(@Nullable String displayName) {
    this.displayName = Input.text(displayName);
  }
}
