package org.epione.web.sharing;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.boundary.BundleForm;
import org.epione.sharing.boundary.HospitalChoice;
import org.epione.sharing.boundary.OfferView;
import org.epione.sharing.boundary.Purpose;
import org.epione.sharing.boundary.ReadingView;
import org.epione.sharing.boundary.RecordRequests;
import org.epione.sharing.boundary.RequestForm;
import org.epione.sharing.boundary.RequestView;
import org.epione.web.error.PageMessages;
import org.epione.web.input.Days;
import org.epione.web.input.Password;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** A doctor asks for records from elsewhere and sees where her requests stand. */
@Named("requestsPage")
@ViewScoped
public class RequestsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int USUAL_DAYS = 30;

  /** Between references; within one, spaces do no harm. */
  private static final Pattern BETWEEN = Pattern.compile("[\\n,;]+|\\s+(?=[Ee]-)");

  private static final Set<String> ON_THE_WAY = Set.of("SENT", "WITH_PATIENT", "CONSENTED");

  @EJB private transient RecordRequests requests;
  @Inject private transient Texts texts;
  @Inject private transient Clock clock;

  private String hospital = "";
  private String reference = "";
  private Purpose purpose = Purpose.TREAT;
  private @Nullable LocalDate until;
  private transient String password = "";
  private String selected = "";
  private String addendum = "";
  private boolean further;
  private String symptomCode = "";
  private transient @Nullable List<RequestView> rows;
  private transient @Nullable List<OfferView> offers;
  private transient @Nullable List<HospitalChoice> hospitals;

  @PostConstruct
  void load() {
    rows = requests.mine();
    hospitals = requests.hospitals();
    until = Days.today(clock).plusDays(USUAL_DAYS);
  }

  /** Signs and sends the request, or one for each of several references. */
  public void ask() {
    LocalDate day = until;
    if (day == null) {
      return;
    }
    Instant end = Days.last(day);
    List<String> references =
        BETWEEN.splitAsStream(reference.strip()).filter(each -> !each.isBlank()).toList();
    try {
      Password.with(password, copy -> ask(references, end, copy));
      PageMessages.done(
          texts.get("sharingText", "ask.sent"), texts.get("sharingText", "ask.sentDetail"));
      reference = "";
      further = false;
      symptomCode = "";
      refresh();
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
  }

  private void ask(List<String> references, Instant end, char[] copy) {
    if (references.size() > 1 || further) {
      Optional<String> kind = further ? Optional.of(symptomCode) : Optional.empty();
      requests.askTogether(new BundleForm(hospital, references, purpose, end, kind), copy);
    } else {
      requests.ask(new RequestForm(hospital, reference, purpose, end), copy);
    }
  }

  /** Asks for all that was offered in answer to the selected question. */
  public void askForOffered() {
    try {
      Password.use(password, copy -> requests.askForOffered(selected, copy));
      PageMessages.done(
          texts.get("sharingText", "ask.sent"), texts.get("sharingText", "offer.sentDetail"));
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    refresh();
  }

  /** Begins a reading of the selected request, and goes to where it is shown. */
  public @Nullable String read() {
    try {
      ReadingView begun = Password.use(password, copy -> requests.read(selected, copy));
      return "/doctor/shared-record?faces-redirect=true&reading=" + begun.id();
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
      return null;
    }
  }

  /** Asks for the selected addendum. */
  public void askForAddendum() {
    try {
      Password.use(password, copy -> requests.askForAddendum(selected, addendum, copy));
      PageMessages.done(
          texts.get("sharingText", "ask.sent"), texts.get("sharingText", "ask.sentDetail"));
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    refresh();
  }

  /** Records of the doctor's that were added to, where she has not asked for all that was. */
  public List<RequestView> getAddedTo() {
    return all().stream()
        .filter(row -> row.addenda().stream().anyMatch(each -> each.followUp().isEmpty()))
        .toList();
  }

  /** Loads the list again. */
  public void refresh() {
    rows = requests.mine();
    offers = null;
  }

  /** What patients offered and she has not asked for. */
  public List<OfferView> getOffers() {
    if (offers == null) {
      offers = requests.offered();
    }
    return offers;
  }

  /** The offer that a dialog is about. */
  public @Nullable OfferView getOffer() {
    return getOffers().stream()
        .filter(each -> each.bundle().equals(selected))
        .findFirst()
        .orElse(null);
  }

  /** All requests but those that are shown as asked together. */
  public List<RequestView> getRows() {
    Set<RequestView> shown = new HashSet<>();
    getBundles().forEach(each -> shown.addAll(each.rows()));
    return all().stream().filter(row -> !shown.contains(row)).toList();
  }

  /** What was asked together and of which something is on its way or can be read. */
  public List<Together<RequestView>> getBundles() {
    return Together.of(all(), RequestView::bundle).stream()
        .filter(each -> each.size() > 1)
        .filter(
            each ->
                each.rows().stream()
                    .anyMatch(row -> row.readable() || ON_THE_WAY.contains(row.state())))
        .toList();
  }

  /** How many of them can be read. */
  public long ready(Together<RequestView> bundle) {
    return bundle.rows().stream().filter(RequestView::readable).count();
  }

  private List<RequestView> all() {
    if (rows == null) {
      refresh();
    }
    return Objects.requireNonNull(rows);
  }

  public List<HospitalChoice> getHospitals() {
    if (hospitals == null) {
      hospitals = requests.hospitals();
    }
    return hospitals;
  }

  public Purpose[] getPurposes() {
    return Purpose.values();
  }

  public String getHospital() {
    return hospital;
  }

  public void setHospital(@Nullable String hospital) {
    this.hospital = Objects.requireNonNullElse(hospital, "");
  }

  public String getReference() {
    return reference;
  }

  public void setReference(@Nullable String reference) {
    this.reference = Objects.requireNonNullElse(reference, "");
  }

  public boolean isFurther() {
    return further;
  }

  public void setFurther(boolean further) {
    this.further = further;
  }

  public String getSymptomCode() {
    return symptomCode;
  }

  public void setSymptomCode(@Nullable String symptomCode) {
    this.symptomCode = Objects.requireNonNullElse(symptomCode, "");
  }

  public Purpose getPurpose() {
    return purpose;
  }

  public void setPurpose(@Nullable Purpose purpose) {
    this.purpose = Objects.requireNonNullElse(purpose, Purpose.TREAT);
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

  public String getAddendum() {
    return addendum;
  }

  public void setAddendum(@Nullable String addendum) {
    this.addendum = Objects.requireNonNullElse(addendum, "");
  }

  public String getSelected() {
    return selected;
  }

  public void setSelected(@Nullable String selected) {
    this.selected = Objects.requireNonNullElse(selected, "");
  }
}
