package org.epione.web.opinion;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.epione.opinion.boundary.HospitalChoice;
import org.epione.opinion.boundary.OpinionDesk;
import org.epione.opinion.boundary.OpinionForm;
import org.epione.opinion.boundary.OpinionRequestView;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** Asking a doctor of another hospital, beside the change of a team. */
@Named
@ViewScoped
public class AskedOpinionsPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @EJB private transient OpinionDesk desk;
  @Inject private transient Texts texts;

  private String hospital = "";
  private String doctor = "";
  private String question = "";
  private transient @Nullable List<OpinionRequestView> asked;
  private transient @Nullable List<HospitalChoice> hospitals;

  /** Sends the question. */
  public void ask(String episode) {
    act(
        () -> {
          desk.ask(episode, new OpinionForm(hospital, doctor, question));
          doctor = "";
          question = "";
        },
        "opinion.sent");
  }

  /** Takes a question back. */
  public void takeBack(String episode, String id) {
    act(() -> desk.takeBack(episode, id), "opinion.takenBack");
  }

  private void act(Runnable act, String done) {
    try {
      act.run();
      PageMessages.done(texts.get("opinionText", done), "");
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    asked = null;
  }

  /** What was asked in that episode. */
  public List<OpinionRequestView> of(String episode) {
    if (asked == null) {
      asked = episode.isEmpty() ? List.of() : desk.asked(episode);
    }
    return asked;
  }

  /** Whether nobody is asked now. */
  public boolean isFree(String episode) {
    return of(episode).stream()
        .noneMatch(each -> List.of("ASKED", "ANSWERED", "ACCEPTED").contains(each.state()));
  }

  /** How where it stands is marked. */
  public String mark(OpinionRequestView each) {
    return switch (each.state()) {
      case "ACCEPTED" -> "good";
      case "ASKED", "ANSWERED" -> "warn";
      case "UNKNOWN", "REJECTED", "GIVEN_UP", "DECLINED" -> "bad";
      default -> "";
    };
  }

  public List<HospitalChoice> getHospitals() {
    if (hospitals == null) {
      hospitals = desk.hospitals();
    }
    return hospitals;
  }

  public String getHospital() {
    return hospital;
  }

  public void setHospital(@Nullable String hospital) {
    this.hospital = Objects.requireNonNullElse(hospital, "");
  }

  public String getDoctor() {
    return doctor;
  }

  public void setDoctor(@Nullable String doctor) {
    this.doctor = Objects.requireNonNullElse(doctor, "");
  }

  public String getQuestion() {
    return question;
  }

  public void setQuestion(@Nullable String question) {
    this.question = Objects.requireNonNullElse(question, "");
  }
}
