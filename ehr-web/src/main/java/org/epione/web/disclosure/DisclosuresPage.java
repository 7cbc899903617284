package org.epione.web.disclosure;

import jakarta.ejb.EJB;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.epione.disclosure.boundary.ComplaintView;
import org.epione.disclosure.boundary.Complaints;
import org.epione.disclosure.boundary.Disclosure;
import org.epione.disclosure.boundary.DisclosureFilter;
import org.epione.disclosure.boundary.Disclosures;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.guardian.ActingFor;
import org.epione.web.input.Days;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** A patient sees who had to do with her records, and reports what is strange. */
@Named("disclosuresPage")
@ViewScoped
public class DisclosuresPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @EJB private transient Disclosures disclosures;
  @EJB private transient Complaints complaintsOf;
  @Inject private transient DisclosurePdf document;
  @Inject private transient Texts texts;
  @Inject private ActingFor actingFor;

  private String episode = "";
  private @Nullable LocalDate from;
  private @Nullable LocalDate until;
  private String selected = "";
  private String reason = "";
  private transient @Nullable List<String> episodes;
  private transient @Nullable List<Disclosure> rows;
  private transient @Nullable List<ComplaintView> complaints;

  /** Shows what is wanted. */
  public void show() {
    try {
      rows = disclosures.of(actingFor.patient(), filter());
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
  }

  /** Sends what is wanted as a document. */
  public void pdf() throws IOException {
    byte[] file;
    try {
      DisclosureFilter filter = filter();
      file = document.of(actingFor, filter, disclosures.of(actingFor.patient(), filter));
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
      return;
    }
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext external = faces.getExternalContext();
    external.responseReset();
    external.setResponseContentType("application/pdf");
    external.setResponseContentLength(file.length);
    external.setResponseHeader(
        "Content-Disposition", "attachment; filename=\"who-has-read-records.pdf\"");
    external.getResponseOutputStream().write(file);
    faces.responseComplete();
  }

  /** Reports the selected one. */
  public void report() {
    try {
      complaintsOf.file(actingFor.patient(), selected, reason);
      PageMessages.done(
          texts.get("disclosureText", "report.sent"),
          texts.get("disclosureText", "report.sentDetail"));
      reason = "";
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    complaints = null;
  }

  private DisclosureFilter filter() {
    return new DisclosureFilter(
        Optional.of(episode).filter(each -> !each.isEmpty()),
        Optional.ofNullable(from).map(Days::begin),
        Optional.ofNullable(until).map(Days::end));
  }

  public List<Disclosure> getRows() {
    if (rows == null) {
      rows = actingFor.listed(patient -> disclosures.of(patient, DisclosureFilter.ALL));
    }
    return rows;
  }

  public List<String> getEpisodes() {
    if (episodes == null) {
      episodes = actingFor.listed(disclosures::episodesOf);
    }
    return episodes;
  }

  public List<ComplaintView> getComplaints() {
    if (complaints == null) {
      complaints = actingFor.listed(complaintsOf::of);
    }
    return complaints;
  }

  /** Whether it was reported. */
  public boolean reported(String disclosure) {
    return getComplaints().stream().anyMatch(each -> each.disclosure().equals(disclosure));
  }

  /** The one that the dialog is about. */
  public @Nullable Disclosure getChosen() {
    return getRows().stream().filter(each -> each.id().equals(selected)).findFirst().orElse(null);
  }

  public String getEpisode() {
    return episode;
  }

  public void setEpisode(@Nullable String episode) {
    this.episode = Objects.requireNonNullElse(episode, "");
  }

  public @Nullable LocalDate getFrom() {
    return from;
  }

  public void setFrom(@Nullable LocalDate from) {
    this.from = from;
  }

  public @Nullable LocalDate getUntil() {
    return until;
  }

  public void setUntil(@Nullable LocalDate until) {
    this.until = until;
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
