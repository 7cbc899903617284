package org.epione.web.team;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.team.boundary.MyTreatments;
import org.epione.team.boundary.TeamChangeView;
import org.epione.team.boundary.TreatmentView;
import org.epione.team.boundary.WarrantView;
import org.epione.web.error.PageMessages;
import org.epione.web.guardian.ActingFor;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** The teams that wait for the warrants of a patient or her guardian, and who treats her. */
@Named
@ViewScoped
public class TreatmentsPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @EJB private transient MyTreatments treatments;
  @Inject private transient Texts texts;
  @Inject private ActingFor actingFor;

  private String selected = "";
  private int place;
  private transient String password = "";
  private transient @Nullable List<TreatmentView> all;

  /** Signs a warrant for each doctor of the selected team. */
  public void authorise() {
    signed(typed -> treatments.authorise(selected, typed), "warrants.signed");
  }

  /** Agrees to the change of the selected team. */
  public void agreeToChange() {
    signed(typed -> treatments.agreeToChange(selected, typed), "change.agreed");
  }

  /** Refuses the change of the selected team. */
  public void refuseChange() {
    try {
      treatments.refuseChange(selected);
      PageMessages.done(texts.get("teamText", "change.refused"), "");
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    all = null;
  }

  /** Something that needs the password. */
  private interface Signed {
    void by(char[] password) throws WrongPasswordException;
  }

  private void signed(Signed act, String done) {
    char[] typed = password.toCharArray();
    try {
      act.by(typed);
      PageMessages.done(texts.get("teamText", done), "");
    } catch (WrongPasswordException wrong) {
      PageMessages.refused(new RefusedException(ErrorCode.WRONG_PASSWORD));
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    } finally {
      Arrays.fill(typed, '\0');
      all = null;
    }
  }

  /** The teams that she is asked to change. */
  public List<TreatmentView> getChanging() {
    return getAll().stream().filter(TreatmentView::changeAsked).toList();
  }

  /** What she is asked. */
  public List<TeamChangeView> asked(TreatmentView treatment) {
    return treatment.changes().stream().filter(TeamChangeView::open).toList();
  }

  /** What the dialog asks. */
  public List<TeamChangeView> getChosenChanges() {
    TreatmentView chosen = getChosen();
    return chosen == null ? List.of() : asked(chosen);
  }

  /** Refuses the selected team. */
  public void decline() {
    try {
      treatments.decline(selected);
      PageMessages.done(texts.get("teamText", "warrants.declined"), "");
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    all = null;
  }

  /** Withdraws the warrant of the selected doctor. */
  public void withdraw() {
    signed(typed -> treatments.withdraw(selected, place, typed), "withdraw.done");
  }

  /** The teams that wait for her. */
  public List<TreatmentView> getWaiting() {
    return getAll().stream().filter(each -> each.state().equals("AWAITING_WARRANTS")).toList();
  }

  /** The treatments that she signed warrants for. */
  public List<TreatmentView> getWarranted() {
    return getAll().stream().filter(each -> !each.warrants().isEmpty()).toList();
  }

  /** How what a warrant allows is marked. */
  public String mark(WarrantView.State state) {
    return switch (state) {
      case HOLDS -> "good";
      case WITHDRAWN -> "bad";
      case NOT_YET, ENDED -> "";
    };
  }

  private List<TreatmentView> getAll() {
    if (all == null) {
      all = actingFor.listed(treatments::of);
    }
    return all;
  }

  /** The team that a dialog is about. */
  public @Nullable TreatmentView getChosen() {
    return getAll().stream().filter(each -> each.id().equals(selected)).findFirst().orElse(null);
  }

  /** What the button of a warrant does, for who does not see where it stands. */
  public String withdrawOf(WarrantView warrant) {
    return texts.get("teamText", "warrant.withdrawOf", warrant.doctor());
  }

  /** The warrant that a dialog is about. */
  public @Nullable WarrantView getChosenWarrant() {
    TreatmentView chosen = getChosen();
    return chosen == null
        ? null
        : chosen.warrants().stream().filter(each -> each.place() == place).findFirst().orElse(null);
  }

  /** The place of the doctor that a dialog is about. */
  public int getPlace() {
    return place;
  }

  public void setPlace(int place) {
    this.place = place;
  }

  public String getSelected() {
    return selected;
  }

  public void setSelected(@Nullable String selected) {
    this.selected = Objects.requireNonNullElse(selected, "");
  }

  public String getPassword() {
    return "";
  }

  public void setPassword(@Nullable String password) {
    this.password = Objects.requireNonNullElse(password, "");
  }
}
