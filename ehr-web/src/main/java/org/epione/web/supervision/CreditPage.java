package org.epione.web.supervision;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.epione.platform.error.RefusedException;
import org.epione.supervision.boundary.CreditView;
import org.epione.supervision.boundary.Credits;
import org.epione.supervision.boundary.EvidenceView;
import org.epione.supervision.boundary.FilingView;
import org.epione.supervision.boundary.Grievances;
import org.epione.supervision.boundary.ScoreView;
import org.epione.web.error.PageMessages;
import org.epione.web.input.Password;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** A doctor's own score with the records that it comes from, her appeals and her reports. */
@Named("creditPage")
@ViewScoped
public class CreditPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @EJB private transient Credits credits;
  @EJB private transient Grievances grievances;
  @Inject private transient Texts texts;

  private String text = "";
  private String records = "";
  private final ArrayList<String> chosen = new ArrayList<>();
  private String against = "";
  private transient String password = "";
  private transient @Nullable CreditView credit;
  private transient @Nullable List<FilingView> filings;
  private transient @Nullable List<EvidenceView> nameable;

  /** Appeals against the chosen record, or asks to be readmitted if none is chosen. */
  public void appeal() {
    Optional<String> record = Optional.of(against).filter(given -> !given.isEmpty());
    send(copy -> grievances.appeal(record, text, copy), "appeal.sent");
  }

  /** Reports the hospital. */
  public void report() {
    List<String> ids =
        Stream.concat(
                chosen.stream(),
                Arrays.stream(records.strip().split("[\\s,;]+")).filter(id -> !id.isEmpty()))
            .distinct()
            .toList();
    send(copy -> grievances.report(text, ids, copy), "report.sent");
  }

  private void send(Function<char[], FilingView> act, String done) {
    try {
      Password.use(password, act);
      PageMessages.done(
          texts.get("supervisionText", done), texts.get("supervisionText", "sent.detail"));
      text = "";
      records = "";
      chosen.clear();
      against = "";
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    refresh();
  }

  /** Loads all of it again. */
  public void refresh() {
    credit = null;
    filings = null;
    nameable = null;
  }

  /** The records that she will most likely name. */
  public List<EvidenceView> getNameable() {
    if (nameable == null) {
      nameable = grievances.records();
    }
    return nameable;
  }

  /** Which of them she names. */
  public List<String> getChosen() {
    return chosen;
  }

  public void setChosen(@Nullable List<String> chosen) {
    this.chosen.clear();
    this.chosen.addAll(Objects.requireNonNullElse(chosen, List.of()));
  }

  /** The chain's view of her, or null until her enrolment stands on the chain. */
  public @Nullable CreditView getCredit() {
    if (credit == null) {
      credit = credits.mine().orElse(null);
    }
    return credit;
  }

  /** Her score, or null until there is one. */
  public @Nullable ScoreView getScore() {
    CreditView view = getCredit();
    return view == null ? null : view.scores().get(0);
  }

  public List<FilingView> getFilings() {
    if (filings == null) {
      filings = grievances.mine();
    }
    return filings;
  }

  public String getRecords() {
    return records;
  }

  public void setRecords(@Nullable String records) {
    this.records = Objects.requireNonNullElse(records, "");
  }

  public String getPassword() {
    return "";
  }

  public void setPassword(@Nullable String password) {
    this.password = Objects.requireNonNullElse(password, "");
  }

  public String getText() {
    return text;
  }

  public void setText(@Nullable String text) {
    this.text = Objects.requireNonNullElse(text, "");
  }

  public String getAgainst() {
    return against;
  }

  public void setAgainst(@Nullable String against) {
    this.against = Objects.requireNonNullElse(against, "");
  }
}
