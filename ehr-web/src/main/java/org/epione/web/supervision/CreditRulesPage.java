package org.epione.web.supervision;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.epione.platform.error.RefusedException;
import org.epione.supervision.boundary.CreditRuling;
import org.epione.supervision.boundary.RulesView;
import org.epione.supervision.boundary.WeightsView;
import org.epione.web.error.PageMessages;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** The rules of credit of all hospitals, and the form by which the system manager changes them. */
@Named("creditRulesPage")
@ViewScoped
public class CreditRulesPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @EJB private transient CreditRuling ruling;
  @Inject private transient Texts texts;

  private String hospital = "";
  private transient @Nullable List<RulesView> rows;
  private int initial;
  private int floor;
  private int maximum;
  private int rejection;
  private int acceptance;
  private int minor;
  private int major;
  private int grave;
  private int storage;
  private int readmission;

  /** Fills the form with the rules in force at that hospital. */
  public void edit(String code) {
    hospital = code;
    WeightsView weights =
        getRows().stream()
            .filter(row -> row.hospital().equals(code))
            .flatMap(row -> row.weights().stream())
            .findFirst()
            .orElse(WeightsView.DEFAULT);
    initial = weights.initial();
    floor = weights.floor();
    maximum = weights.maximum();
    rejection = weights.rejection();
    acceptance = weights.acceptance();
    WeightsView.Reports reports =
        weights.reports().orElseGet(() -> WeightsView.DEFAULT.reports().orElseThrow());
    minor = reports.minor();
    major = reports.major();
    grave = reports.grave();
    storage = reports.storage();
    readmission = reports.readmission();
  }

  /** Records what the form says. */
  public void change() {
    try {
      ruling.change(
          hospital,
          new WeightsView(
              initial,
              floor,
              maximum,
              rejection,
              acceptance,
              Optional.of(new WeightsView.Reports(minor, major, grave, storage, readmission))));
      PageMessages.done(
          texts.get("supervisionText", "rules.sent"),
          texts.get("supervisionText", "rules.sentDetail"));
      hospital = "";
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    refresh();
  }

  /** Loads the list again. */
  public void refresh() {
    rows = null;
  }

  public List<RulesView> getRows() {
    if (rows == null) {
      rows = ruling.all();
    }
    return rows;
  }

  public String getHospital() {
    return hospital;
  }

  public void setHospital(@Nullable String hospital) {
    this.hospital = Objects.requireNonNullElse(hospital, "");
  }

  public int getInitial() {
    return initial;
  }

  public void setInitial(int initial) {
    this.initial = initial;
  }

  public int getFloor() {
    return floor;
  }

  public void setFloor(int floor) {
    this.floor = floor;
  }

  public int getMaximum() {
    return maximum;
  }

  public void setMaximum(int maximum) {
    this.maximum = maximum;
  }

  public int getRejection() {
    return rejection;
  }

  public void setRejection(int rejection) {
    this.rejection = rejection;
  }

  public int getAcceptance() {
    return acceptance;
  }

  public void setAcceptance(int acceptance) {
    this.acceptance = acceptance;
  }

  public int getMinor() {
    return minor;
  }

  public void setMinor(int minor) {
    this.minor = minor;
  }

  public int getMajor() {
    return major;
  }

  public void setMajor(int major) {
    this.major = major;
  }

  public int getGrave() {
    return grave;
  }

  public void setGrave(int grave) {
    this.grave = grave;
  }

  public int getStorage() {
    return storage;
  }

  public void setStorage(int storage) {
    this.storage = storage;
  }

  public int getReadmission() {
    return readmission;
  }

  public void setReadmission(int readmission) {
    this.readmission = readmission;
  }
}
