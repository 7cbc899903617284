package org.epione.web.sharing;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.boundary.KnownDoctorView;
import org.epione.sharing.boundary.OwnRecordView;
import org.epione.sharing.boundary.Purpose;
import org.epione.sharing.boundary.StandingConsents;
import org.epione.sharing.boundary.StandingRuleForm;
import org.epione.sharing.boundary.StandingRuleView;
import org.epione.web.error.PageMessages;
import org.epione.web.guardian.ActingFor;
import org.epione.web.input.Days;
import org.epione.web.input.Password;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** What a patient allows beforehand: shown, made, confirmed for later records, withdrawn. */
@Named("standingPage")
@ViewScoped
public class StandingPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int USUAL_DAYS = 90;

  @EJB private transient StandingConsents consents;
  @Inject private ActingFor actingFor;
  @Inject private transient Texts texts;
  @Inject private transient Clock clock;

  private String doctor = "";
  private Purpose purpose = Purpose.TREAT;
  private boolean all = true;
  private String[] chosen = {};
  private @Nullable LocalDate until;
  private transient String password = "";
  private String selected = "";
  private transient @Nullable List<StandingRuleView> rules;
  private transient @Nullable List<KnownDoctorView> doctors;
  private transient @Nullable List<OwnRecordView> records;

  @PostConstruct
  void load() {
    until = Days.today(clock).plusDays(USUAL_DAYS);
  }

  /** Allows what is filled in. */
  public void make() {
    LocalDate day = until;
    if (day == null) {
      return;
    }
    StandingRuleForm form =
        new StandingRuleForm(
            doctor, purpose, all, all ? List.of() : List.of(chosen), Days.last(day));
    act(copy -> consents.make(actingFor.patient(), form, copy), "standing.made");
  }

  /** Signs for records that came later. */
  public void prepare() {
    act(copy -> consents.prepare(selected, copy), "standing.prepared");
  }

  /** Takes the selected rule back. */
  public void withdraw() {
    act(copy -> consents.withdraw(selected, copy), "standing.withdrawnDone");
  }

  private void act(Function<char[], StandingRuleView> change, String done) {
    try {
      Password.use(password, change);
      PageMessages.done(texts.get("sharingText", done), "");
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    rules = null;
  }

  public List<StandingRuleView> getRules() {
    if (rules == null) {
      rules = actingFor.listed(consents::rulesOf);
    }
    return rules;
  }

  public List<KnownDoctorView> getDoctors() {
    if (doctors == null) {
      doctors = actingFor.listed(consents::doctorsFor);
    }
    return doctors;
  }

  public List<OwnRecordView> getRecords() {
    if (records == null) {
      records = actingFor.listed(consents::recordsOf);
    }
    return records;
  }

  /** References of the records that the selected rule is to be confirmed for. */
  public List<String> getToConfirm() {
    return getRules().stream()
        .filter(each -> each.id().equals(selected))
        .flatMap(each -> each.waiting().stream())
        .toList();
  }

  public Purpose[] getPurposes() {
    return Purpose.values();
  }

  public String getDoctor() {
    return doctor;
  }

  public void setDoctor(@Nullable String doctor) {
    this.doctor = Objects.requireNonNullElse(doctor, "");
  }

  public Purpose getPurpose() {
    return purpose;
  }

  public void setPurpose(@Nullable Purpose purpose) {
    this.purpose = Objects.requireNonNullElse(purpose, Purpose.TREAT);
  }

  public boolean isAll() {
    return all;
  }

  public void setAll(boolean all) {
    this.all = all;
  }

  public String[] getChosen() {
    return chosen.clone();
  }

  public void setChosen(String @Nullable [] chosen) {
    this.chosen = chosen == null ? new String[0] : chosen.clone();
  }

  public @Nullable LocalDate getUntil() {
    return until;
  }

  public void setUntil(@Nullable LocalDate until) {
    this.until = until;
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
}
