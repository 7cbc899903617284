package org.epione.web.team;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.epione.platform.error.RefusedException;
import org.epione.team.boundary.EpisodeView;
import org.epione.team.boundary.LeftOutView;
import org.epione.team.boundary.PassOnEntry;
import org.epione.team.boundary.TeamDesk;
import org.epione.team.boundary.TurnEntry;
import org.epione.team.boundary.Turns;
import org.epione.web.error.PageMessages;
import org.epione.web.session.SignedInUser;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A doctor's inbox. The rows stay those that are shown until something is done: a button means its
 * own row, whatever has come in meanwhile.
 */
@Named
@ViewScoped
public class InboxPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @EJB private transient Turns turns;
  @EJB private transient TeamDesk teams;
  @Inject private transient SignedInUser user;
  @Inject private transient Texts texts;
  @Inject private transient Clock clock;

  private transient @Nullable List<TurnEntry> rows;
  private transient @Nullable List<LeftOutView> leftOut;
  private transient @Nullable List<PassOnEntry> toPassOn;
  private transient @Nullable List<EpisodeView> led;

  public List<TurnEntry> getRows() {
    if (rows == null) {
      rows = turns.inbox();
    }
    return rows;
  }

  /** Teams that went on without this doctor. */
  public List<LeftOutView> getLeftOut() {
    if (leftOut == null) {
      leftOut = turns.leftOut();
    }
    return leftOut;
  }

  /** Teams at work that this doctor leads. */
  public List<EpisodeView> getLed() {
    if (led == null) {
      led = teams.led();
    }
    return led;
  }

  /** What others of a team lack that this doctor can read. */
  public List<PassOnEntry> getToPassOn() {
    if (toPassOn == null) {
      toPassOn = turns.toPassOn();
    }
    return toPassOn;
  }

  /** Who lacks it. */
  public String names(PassOnEntry entry) {
    return String.join(", ", entry.doctors());
  }

  /** Passes it on. */
  public void passOn(String episode) {
    try {
      turns.passOn(user.keySession(), episode);
      PageMessages.done(texts.get("teamText", "inbox.passedOn"), "");
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    toPassOn = null;
  }

  /** For how long a turn has been waiting. */
  public String age(Instant since) {
    Duration age = Duration.between(since, clock.instant());
    if (age.toDays() > 0) {
      return texts.get("teamText", "age.days", age.toDays());
    }
    return age.toHours() > 0
        ? texts.get("teamText", "age.hours", age.toHours())
        : texts.get("teamText", "age.minutes", Math.max(0, age.toMinutes()));
  }
}
