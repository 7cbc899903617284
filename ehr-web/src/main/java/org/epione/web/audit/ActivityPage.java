package org.epione.web.audit;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.epione.audit.boundary.ActivityView;
import org.epione.audit.boundary.Audit;
import org.epione.supervision.boundary.CreditView;
import org.epione.supervision.boundary.Credits;
import org.epione.supervision.boundary.MovementView;
import org.epione.supervision.boundary.ScoreView;
import org.epione.web.audit.Plots.Line;
import org.epione.web.audit.Plots.Point;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** What comes onto a chain and how scores move, looked at again while the page is open. */
@Named
@ViewScoped
public class ActivityPage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Then the page rests, so that a page that nobody looks at lets its session end. */
  private static final int LOOKS = 45;

  private static final Duration SHOWN = Duration.ofDays(30);
  private static final int LINES = 8;
  private static final int MOST_CHANGES = 200;
  private static final double DAY = Duration.ofDays(1).toSeconds();
  private static final String TEXTS = "auditText";
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("EEE HH:00", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  @EJB private transient Audit audit;
  @EJB private transient Credits credits;
  @Inject private transient ChainsPage chain;
  @Inject private transient Texts texts;

  private int looks;
  private transient @Nullable ActivityView activity;
  private transient @Nullable CreditView credit;

  /** A change of a score. */
  public record Change(Instant at, String name, int points, int after) {}

  /** Called again and again by the page. */
  public void look() {
    looks++;
    chain.reload();
    activity = null;
    credit = null;
  }

  /** Somebody is there after all. */
  public void goOn() {
    look();
    looks = 0;
  }

  /** Whether the page looks again by itself. */
  public boolean isLive() {
    return looks < LOOKS;
  }

  /** What came in the last days. */
  public ActivityView getActivity() {
    ActivityView known = activity;
    if (known == null) {
      known = audit.activity(chain.getHospital());
      activity = known;
    }
    return known;
  }

  /** The hours as a plot. */
  public String getHours() {
    List<ActivityView.Hour> hours = getActivity().hours();
    return Plots.bars(
        texts.get(TEXTS, "activity.records"),
        hours.stream().map(hour -> HOUR.format(hour.begins())).toList(),
        hours.stream().map(ActivityView.Hour::records).toList());
  }

  /** The scores as a plot: the lowest, which are those to look at. */
  public String getScores() {
    List<Line> lines =
        scores().stream()
            .sorted(Comparator.comparing(ScoreView::points))
            .limit(LINES)
            .map(this::line)
            .toList();
    return Plots.steps(
        texts.get(TEXTS, "activity.days"), texts.get(TEXTS, "activity.points"), lines);
  }

  /** The same as a list: every change in that time, latest first. */
  public List<Change> getChanges() {
    Instant since = getActivity().at().minus(SHOWN);
    return scores().stream()
        .flatMap(
            score ->
                score.movements().stream()
                    .filter(movement -> movement.at().isAfter(since))
                    .map(
                        movement ->
                            new Change(
                                movement.at(), name(score), movement.points(), movement.after())))
        .sorted(Comparator.comparing(Change::at).reversed())
        .limit(MOST_CHANGES)
        .toList();
  }

  private List<ScoreView> scores() {
    CreditView known = credit;
    if (known == null) {
      known = credits.of(chain.getHospital());
      credit = known;
    }
    return known.scores();
  }

  private Line line(ScoreView score) {
    Instant now = getActivity().at();
    Instant since = now.minus(SHOWN);
    List<Point> points = new ArrayList<>();
    points.add(new Point(0, score.points()));
    int before = score.points();
    for (MovementView movement : score.movements()) {
      if (movement.at().isBefore(since)) {
        break;
      }
      points.add(0, new Point(days(now, movement.at()), movement.after()));
      before = movement.after() - movement.points();
    }
    points.add(0, new Point(days(now, since), before));
    return new Line(name(score), points);
  }

  private static double days(Instant now, Instant at) {
    return -Duration.between(at, now).toSeconds() / DAY;
  }

  private static String name(ScoreView score) {
    return score.name().orElse(score.pid().substring(0, 8));
  }
}
