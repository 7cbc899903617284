package org.epione.web.finality;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.epione.chain.boundary.SubmissionView;
import org.epione.finality.boundary.MyStation;
import org.epione.finality.boundary.StationView;
import org.epione.finality.boundary.SubmittedStation;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.input.Password;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** A doctor's own station: its state, enrolment and withdrawal. */
@Named("stationPage")
@ViewScoped
public class StationPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @EJB private transient MyStation boundary;
  @Inject private transient Texts texts;

  private String code = "";
  private transient String password = "";
  private @Nullable SubmittedStation submitted;
  private transient @Nullable StationView station;

  /** Loads the state anew. */
  @PostConstruct
  public void refresh() {
    station = boundary.mine().orElse(null);
  }

  /** Enrols the station with the code that was entered. */
  public void enrol() {
    act(copy -> boundary.enrol(code, copy));
  }

  /** Withdraws the station. */
  public void withdraw() {
    act(boundary::withdraw);
  }

  private void act(Function<char[], SubmittedStation> will) {
    try {
      submitted = Password.use(password, will);
      PageMessages.done(
          texts.get("finalityText", "station.submitted"),
          texts.get("finalityText", "station.submittedDetail"));
      code = "";
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    refresh();
  }

  /** Why the chain refused what was signed here last; empty if it did not. */
  public String getRefusal() {
    return Optional.ofNullable(submitted)
        .flatMap(boundary::outcome)
        .flatMap(SubmissionView::reason)
        .orElse("");
  }

  /** The station, or null while the doctor is not on the chain. */
  public @Nullable StationView getStation() {
    if (station == null) {
      refresh();
    }
    return station;
  }

  public String getCode() {
    return code;
  }

  public void setCode(@Nullable String code) {
    this.code = Objects.requireNonNullElse(code, "");
  }

  public String getPassword() {
    return "";
  }

  public void setPassword(@Nullable String password) {
    this.password = Objects.requireNonNullElse(password, "");
  }
}
