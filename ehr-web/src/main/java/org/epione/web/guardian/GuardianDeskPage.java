package org.epione.web.guardian;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.epione.enrolment.boundary.PatientRegistry;
import org.epione.enrolment.boundary.PatientView;
import org.epione.guardian.boundary.Candidate;
import org.epione.guardian.boundary.GuardianDesk;
import org.epione.guardian.boundary.GuardianForm;
import org.epione.guardian.boundary.GuardianGround;
import org.epione.guardian.boundary.GuardianshipView;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.input.Input;
import org.epione.web.input.Password;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The guardians of one patient: named in two steps, so that the name is compared with the papers.
 */
@Named
@ViewScoped
public class GuardianDeskPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String TEXTS = "guardianText";

  @EJB private transient GuardianDesk desk;
  @EJB private transient PatientRegistry registry;
  @Inject private transient Texts texts;

  private String id = "";
  private String name = "";
  private String birthDate = "";
  private String whyNot = "";
  private @Nullable LocalDate latest;
  private String number = "";
  private String foundNumber = "";
  private String foundName = "";
  private String foundBirthDate = "";
  private GuardianGround ground = GuardianGround.BIRTH_CERTIFICATE;
  private String evidence = "";
  private @Nullable LocalDate end;
  private transient String password = "";
  private String selected = "";
  private String reason = "";
  private transient @Nullable List<GuardianshipView> rows;

  /** Called when the page is shown. */
  public void load() {
    try {
      PatientView patient = registry.patient(Input.patient(id));
      name = patient.displayName();
      birthDate = patient.birthDate();
      findLatest();
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
  }

  private void findLatest() {
    try {
      latest = desk.latestEnd(Input.patient(id));
      end = latest;
    } catch (RefusedException noMinor) {
      whyNot = noMinor.code().text();
    }
  }

  /** Looks who has the number. */
  public void look() {
    forget();
    try {
      Candidate found = desk.candidate(Input.patient(id), number);
      foundNumber = found.number();
      foundName = found.name();
      foundBirthDate = found.birthDate();
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
  }

  /** Another number is to be looked up. */
  public void forget() {
    foundNumber = "";
    foundName = "";
    foundBirthDate = "";
  }

  /** Names who was found. */
  public void name() {
    LocalDate day = end;
    if (day == null || foundNumber.isEmpty()) {
      return;
    }
    GuardianForm form = new GuardianForm(Input.patient(id), foundNumber, ground, evidence, day);
    try {
      Password.use(password, copy -> desk.name(form, copy));
      PageMessages.done(
          texts.get(TEXTS, "desk.named", foundName), texts.get(TEXTS, "desk.namedDetail"));
      forget();
      number = "";
      evidence = "";
      end = latest;
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    rows = null;
  }

  /** Takes the selected one back, or ends it. */
  public void end() {
    try {
      desk.end(Input.patient(id), selected, reason);
      PageMessages.done(texts.get(TEXTS, "desk.ended"), "");
      reason = "";
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    rows = null;
  }

  /** Those of the patient, latest first. */
  public List<GuardianshipView> getRows() {
    if (rows == null) {
      rows = name.isEmpty() ? List.of() : desk.of(Input.patient(id));
    }
    return rows;
  }

  /** The one that the dialog is about. */
  public @Nullable GuardianshipView getChosen() {
    return getRows().stream().filter(each -> each.id().equals(selected)).findFirst().orElse(null);
  }

  /** What a screen reader calls the button that ends one. */
  public String endOf(GuardianshipView row) {
    return texts.get(TEXTS, "desk.endOf", row.guardian());
  }

  /** The title of the page. */
  public String getTitle() {
    return isShown() ? texts.get(TEXTS, "desk.title", name) : texts.get(TEXTS, "desk.link");
  }

  /** Whether the patient is known. */
  public boolean isShown() {
    return !name.isEmpty();
  }

  /** Whether a guardian can be named. */
  public boolean isPossible() {
    return latest != null;
  }

  /** Why none can be named; empty where one can. */
  public String getWhyNot() {
    return whyNot;
  }

  /** Whether the number is somebody's who can be named. */
  public boolean isFound() {
    return !foundNumber.isEmpty();
  }

  public String getName() {
    return name;
  }

  public String getBirthDate() {
    return birthDate;
  }

  public @Nullable LocalDate getLatest() {
    return latest;
  }

  public String getFoundNumber() {
    return foundNumber;
  }

  public String getFoundName() {
    return foundName;
  }

  public String getFoundBirthDate() {
    return foundBirthDate;
  }

  public GuardianGround[] getGrounds() {
    return GuardianGround.values();
  }

  public String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = Input.text(id);
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(@Nullable String number) {
    this.number = Objects.requireNonNullElse(number, "");
  }

  public GuardianGround getGround() {
    return ground;
  }

  public void setGround(@Nullable GuardianGround ground) {
    this.ground = Objects.requireNonNullElse(ground, GuardianGround.BIRTH_CERTIFICATE);
  }

  public String getEvidence() {
    return evidence;
  }

  public void setEvidence(@Nullable String evidence) {
    this.evidence = Objects.requireNonNullElse(evidence, "");
  }

  public @Nullable LocalDate getEnd() {
    return end;
  }

  public void setEnd(@Nullable LocalDate end) {
    this.end = end;
  }

  public String getPassword() {
    return "";
  }

  public void setPassword(@Nullable String password) {
    this.password = Objects.requireNonNullElse(password, "");
  }

  public String getSelected() {
    return selected;
  }

  public void setSelected(@Nullable String selected) {
    this.selected = Objects.requireNonNullElse(selected, "");
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = Objects.requireNonNullElse(reason, "");
  }
}
