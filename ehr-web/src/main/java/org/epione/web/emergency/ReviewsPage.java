package org.epione.web.emergency;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.epione.emergency.boundary.EmergencyReviews;
import org.epione.emergency.boundary.EmergencyView;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.input.Password;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** The hospital reviews its emergencies. */
@Named
@ViewScoped
public class ReviewsPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @EJB private transient EmergencyReviews reviews;
  @Inject private transient Texts texts;
  @Inject private transient Clock clock;

  private String selected = "";
  private String finding = "";
  private String words = "";
  private transient String password = "";
  private transient @Nullable List<EmergencyView> rows;

  /** Closes the review of the selected one. */
  public void close() {
    try {
      Password.with(
          password, typed -> reviews.close(selected, finding.equals("JUSTIFIED"), words, typed));
      PageMessages.done(texts.get("emergencyText", "review.done"), "");
      setSelected("");
      finding = "";
      words = "";
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    rows = null;
  }

  /** For how long a review has been open. */
  public String age(EmergencyView row) {
    return row.opened().map(opened -> Ages.text(opened, clock.instant())).orElse("");
  }

  public List<EmergencyView> getRows() {
    if (rows == null) {
      rows = reviews.emergencies();
    }
    return rows;
  }

  public String getSelected() {
    return selected;
  }

  public void setSelected(@Nullable String selected) {
    this.selected = Objects.requireNonNullElse(selected, "");
  }

  public String getFinding() {
    return finding;
  }

  public void setFinding(@Nullable String finding) {
    this.finding = Objects.requireNonNullElse(finding, "");
  }

  public String getWords() {
    return words;
  }

  public void setWords(@Nullable String words) {
    this.words = Objects.requireNonNullElse(words, "");
  }

  /** Always empty: a password is never sent back. */
  public String getPassword() {
    return "";
  }

  public void setPassword(@Nullable String password) {
    this.password = Objects.requireNonNullElse(password, "");
  }
}
