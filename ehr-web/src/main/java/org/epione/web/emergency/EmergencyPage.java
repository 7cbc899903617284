package org.epione.web.emergency;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.epione.emergency.boundary.EmergencyAccess;
import org.epione.emergency.boundary.EmergencyForm;
import org.epione.emergency.boundary.EmergencyPatientView;
import org.epione.emergency.boundary.EmergencyReason;
import org.epione.emergency.boundary.EmergencyState;
import org.epione.emergency.boundary.EmergencyView;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.boundary.RecordRequests;
import org.epione.sharing.boundary.RequestView;
import org.epione.web.error.PageMessages;
import org.epione.web.input.Password;
import org.epione.web.sharing.SharingTexts;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** A doctor asks for emergency access, and reads what was opened. */
@Named
@ViewScoped
public class EmergencyPage implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final Set<String> UNDER_WAY = Set.of("SENT", "CONSENTED");

  @EJB private transient EmergencyAccess access;
  @EJB private transient RecordRequests requests;
  @Inject private transient Texts texts;
  @Inject private transient SharingTexts sharingTexts;

  private String number = "";
  private @Nullable EmergencyReason reason;
  private String text = "";
  private transient String password = "";
  private transient @Nullable EmergencyPatientView patient;
  private transient @Nullable List<EmergencyView> rows;
  private transient @Nullable Map<String, RequestView> asked;
  private boolean found;

  /** Looks for the patient of the number. */
  public void find() {
    try {
      patient = access.patient(number);
      found = true;
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
      forget();
    }
  }

  /** Another patient. */
  public void forget() {
    patient = null;
    found = false;
    text = "";
    reason = null;
  }

  /** Asks. */
  public void ask() {
    EmergencyReason why = reason;
    if (why == null) {
      return;
    }
    try {
      Password.use(password, typed -> access.ask(new EmergencyForm(number, why, text), typed));
      PageMessages.done(texts.get("emergencyText", "ask.done"), "");
      number = "";
      forget();
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    reload();
  }

  /** Shows what has changed since. */
  public void reload() {
    rows = null;
    asked = null;
  }

  /** Whether the record of a request can be read now. */
  public boolean isReadable(String request) {
    return Optional.ofNullable(asked().get(request)).filter(RequestView::readable).isPresent();
  }

  /** Why it cannot: not yet, or refused for a reason. */
  public String hint(String request) {
    @Nullable RequestView row = asked().get(request);
    if (row != null && row.reason().isPresent()) {
      return sharingTexts.reason(row.reason());
    }
    boolean under = row != null && UNDER_WAY.contains(row.state());
    return texts.get("emergencyText", under ? "mine.preparing" : "mine.unreadable");
  }

  private Map<String, RequestView> asked() {
    if (asked == null) {
      asked =
          requests.mine().stream().collect(Collectors.toMap(RequestView::id, Function.identity()));
    }
    return asked;
  }

  public List<EmergencyView> getRows() {
    if (rows == null) {
      rows = access.mine();
    }
    return rows;
  }

  /** The patient that was found, or null. */
  public @Nullable EmergencyPatientView getPatient() {
    if (patient == null && found) {
      find();
    }
    return patient;
  }

  public EmergencyReason[] getReasons() {
    return EmergencyReason.values();
  }

  /** How a state is marked: good, warn, bad, or not at all. */
  public String mark(EmergencyState state) {
    return switch (state) {
      case OPEN -> "good";
      case ASKED, CONFIRMED -> "warn";
      case REFUSED, WITHHELD, REFUSED_BY_PATIENT, FAILED -> "bad";
      case OVER, EXPIRED -> "";
    };
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(@Nullable String number) {
    this.number = Objects.requireNonNullElse(number, "");
  }

  public @Nullable EmergencyReason getReason() {
    return reason;
  }

  public void setReason(@Nullable EmergencyReason reason) {
    this.reason = reason;
  }

  public String getText() {
    return text;
  }

  public void setText(@Nullable String text) {
    this.text = Objects.requireNonNullElse(text, "");
  }

  /** Always empty: a password is never sent back. */
  public String getPassword() {
    return "";
  }

  public void setPassword(@Nullable String password) {
    this.password = Objects.requireNonNullElse(password, "");
  }
}
