package org.epione.web.shell;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.epione.account.boundary.Role;
import org.epione.web.session.SignedInUser;

/** The menu of each role; its first entry is where the role starts. */
@Named
@RequestScoped
public class Navigation {
  private record Entry(String page, String icon, String label) {}

  private static final Map<Role, List<Entry>> MENU =
      Map.of(
          Role.SYSTEM_MANAGER,
          List.of(
              new Entry("/system-manager/hospitals", "pi-building", "nav.hospitals"),
              new Entry("/system-manager/re-encryption", "pi-key", "nav.reEncryption"),
              new Entry(
                  "/system-manager/emergencies", "pi-exclamation-triangle", "nav.emergencies"),
              new Entry("/system-manager/supervision", "pi-flag", "nav.supervision"),
              new Entry("/system-manager/credit-rules", "pi-sliders-h", "nav.creditRules"),
              new Entry("/system-manager/people", "pi-users", "nav.people"),
              new Entry("/system-manager/recoveries", "pi-unlock", "nav.recoveries"),
              new Entry("/system-manager/messages", "pi-envelope", "nav.failedMessages")),
          Role.HOSPITAL_ADMINISTRATOR,
          List.of(
              new Entry("/administrator/staff", "pi-users", "nav.staff"),
              new Entry("/administrator/recoveries", "pi-unlock", "nav.recoveries"),
              new Entry("/administrator/emergencies", "pi-exclamation-triangle", "nav.emergencies"),
              new Entry("/administrator/forgetting", "pi-eraser", "nav.forgetting"),
              new Entry("/administrator/conversations", "pi-comments", "nav.reports"),
              new Entry("/administrator/episodes", "pi-folder-open", "nav.episodes"),
              new Entry("/administrator/messages", "pi-envelope", "nav.failedMessages"),
              new Entry("/administrator/chain", "pi-link", "nav.chain"),
              new Entry("/administrator/credit", "pi-star", "nav.credit")),
          Role.REGISTRAR,
          List.of(
              new Entry("/registrar/patients", "pi-id-card", "nav.patients"),
              new Entry("/registrar/appointments", "pi-calendar", "nav.appointments"),
              new Entry("/registrar/episodes", "pi-folder-open", "nav.episodes"),
              new Entry("/registrar/recoveries", "pi-unlock", "nav.recoveries"),
              new Entry("/registrar/forgetting", "pi-eraser", "nav.forgetting")),
          Role.DOCTOR,
          List.of(
              new Entry("/doctor/inbox", "pi-inbox", "nav.inbox"),
              new Entry("/doctor/appointments", "pi-calendar", "nav.ownAppointments"),
              new Entry("/doctor/signed", "pi-file-edit", "nav.signedRecords"),
              new Entry("/doctor/requests", "pi-share-alt", "nav.askForRecords"),
              new Entry("/doctor/emergency", "pi-exclamation-triangle", "nav.emergency"),
              new Entry("/doctor/credit", "pi-star", "nav.ownCredit"),
              new Entry("/doctor/key", "pi-key", "nav.signingKey"),
              new Entry("/doctor/station", "pi-server", "nav.station")),
          Role.PATIENT,
          List.of(
              new Entry("/patient/records", "pi-file", "nav.records"),
              new Entry("/patient/requests", "pi-question-circle", "nav.requests"),
              new Entry("/patient/appointments", "pi-calendar", "nav.ownAppointments"),
              new Entry("/patient/matching", "pi-users", "nav.matching"),
              new Entry("/patient/warrants", "pi-user-edit", "nav.warrants"),
              new Entry("/patient/sharing", "pi-eye", "nav.sharing"),
              new Entry("/patient/emergencies", "pi-exclamation-triangle", "nav.emergencies"),
              new Entry("/patient/disclosures", "pi-history", "nav.disclosures"),
              new Entry("/patient/guardian", "pi-user-plus", "nav.guardian"),
              new Entry("/patient/forgetting", "pi-eraser", "nav.ownForgetting")),
          Role.AUDITOR,
          List.of(
              new Entry("/auditor/episodes", "pi-search", "nav.auditEpisodes"),
              new Entry("/auditor/chains", "pi-link", "nav.auditChains"),
              new Entry("/auditor/reports", "pi-file", "nav.auditReports"),
              new Entry("/auditor/complaints", "pi-flag", "nav.complaints"),
              new Entry("/auditor/emergencies", "pi-exclamation-triangle", "nav.emergencies"),
              new Entry("/auditor/recoveries", "pi-unlock", "nav.recoveries"),
              new Entry("/auditor/credit", "pi-star", "nav.credit")));

  @Inject private SignedInUser user;
  @Inject private FacesContext faces;
  @Inject @Any private Instance<WaitingCount> counts;

  private List<NavigationItem> items = List.of();

  @PostConstruct
  void build() {
    if (user.person().isPresent() && !user.isEnrolling()) {
      String view = faces.getViewRoot() == null ? "" : faces.getViewRoot().getViewId();
      items = menu().stream().map(entry -> item(entry, view)).toList();
    }
  }

  /** The entries for the person's role. */
  public List<NavigationItem> getItems() {
    return items;
  }

  /** Where the person starts: the first page of the role, or what has to be done before. */
  public String home() {
    if (user.isEnrolling()) {
      return "/account/second-factor?faces-redirect=true";
    }
    return user.person().isEmpty()
        ? "/sign-in?faces-redirect=true"
        : menu().get(0).page() + "?faces-redirect=true";
  }

  private List<Entry> menu() {
    return MENU.getOrDefault(Role.valueOf(user.getRole()), List.of());
  }

  private NavigationItem item(Entry entry, String view) {
    long waiting =
        counts.stream()
            .filter(count -> count.page().equals(entry.page()))
            .mapToLong(WaitingCount::waiting)
            .sum();
    return new NavigationItem(
        entry.page(), entry.icon(), entry.label(), waiting, view.equals(entry.page() + ".xhtml"));
  }
}
