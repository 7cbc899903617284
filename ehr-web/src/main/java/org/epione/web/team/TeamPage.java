package org.epione.web.team;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.epione.platform.error.RefusedException;
import org.epione.team.boundary.DoctorChoice;
import org.epione.team.boundary.EpisodeView;
import org.epione.team.boundary.MemberView;
import org.epione.team.boundary.TeamChangeView;
import org.epione.team.boundary.TeamDesk;
import org.epione.team.boundary.TeamEdit;
import org.epione.web.error.PageMessages;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** Another team for an episode, proposed to the patient. */
@Named
@ViewScoped
public class TeamPage implements Serializable {

  private static final long serialVersionUID = 1L;

  /** What can be proposed. */
  public enum Kind {
    LEAVE_OUT,
    REPLACE,
    ADD
  }

  @EJB private transient TeamDesk desk;
  @Inject private transient Texts texts;

  private String id = "";
  private Kind what = Kind.LEAVE_OUT;
  private int place;
  private String doctor = "";
  private String reason = "";
  private transient @Nullable EpisodeView team;
  private transient @Nullable List<DoctorChoice> free;

  /** Called when the page is first shown: the turn that waits is chosen. */
  public void load() {
    EpisodeView shown = getTeam();
    if (shown != null) {
      place =
          shown.team().stream()
              .filter(MemberView::hasTurn)
              .map(MemberView::place)
              .findFirst()
              .orElse(0);
    }
  }

  /** Proposes it. */
  public void propose() {
    TeamEdit edit =
        new TeamEdit(
            place,
            what != Kind.ADD,
            what == Kind.LEAVE_OUT || doctor.isEmpty() ? Optional.empty() : Optional.of(doctor));
    act(() -> desk.propose(id, edit, reason), "change.proposed");
  }

  /** Takes back what is proposed. */
  public void takeBack() {
    act(() -> desk.takeBack(id), "change.takenBack");
  }

  private void act(Runnable act, String done) {
    try {
      act.run();
      reason = "";
      PageMessages.done(texts.get("teamText", done), "");
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    team = null;
  }

  public @Nullable EpisodeView getTeam() {
    if (team == null && !id.isEmpty()) {
      try {
        team = desk.team(id);
      } catch (RefusedException refusal) {
        PageMessages.refused(refusal);
        id = "";
      }
    }
    return team;
  }

  /** Whether a proposal waits for the patient. */
  public boolean isProposed() {
    EpisodeView shown = getTeam();
    return shown != null && shown.changes().stream().anyMatch(TeamChangeView::open);
  }

  /** Whether something can be proposed. */
  public boolean isOpen() {
    EpisodeView shown = getTeam();
    return shown != null && shown.state().equals("IN_TREATMENT") && !isProposed();
  }

  public Kind[] getKinds() {
    return Kind.values();
  }

  /** The places that nobody signed, and that after the last. */
  public List<Integer> getPlaces() {
    EpisodeView shown = getTeam();
    return shown == null
        ? List.of()
        : IntStream.rangeClosed(1, shown.team().size() + 1)
            .filter(
                each ->
                    each > shown.team().size() || shown.team().get(each - 1).signedAt().isEmpty())
            .boxed()
            .toList();
  }

  /** Who is there, for the choice of a place. */
  public String placeName(int chosen) {
    EpisodeView shown = getTeam();
    return shown == null || chosen > shown.team().size()
        ? texts.get("teamText", "change.atTheEnd", chosen)
        : chosen + ". " + shown.team().get(chosen - 1).doctor();
  }

  /** The doctors who can come in. */
  public List<DoctorChoice> getFree() {
    if (free == null) {
      free = id.isEmpty() ? List.of() : desk.doctors(id);
    }
    return free;
  }

  public String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = Objects.requireNonNullElse(id, "");
  }

  public Kind getWhat() {
    return what;
  }

  public void setWhat(@Nullable Kind what) {
    this.what = Objects.requireNonNullElse(what, Kind.LEAVE_OUT);
  }

  public int getPlace() {
    return place;
  }

  public void setPlace(int place) {
    this.place = place;
  }

  public String getDoctor() {
    return doctor;
  }

  public void setDoctor(@Nullable String doctor) {
    this.doctor = Objects.requireNonNullElse(doctor, "");
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = Objects.requireNonNullElse(reason, "");
  }
}
