package org.epione.web.finality;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.epione.account.boundary.Role;
import org.epione.finality.boundary.AlarmView;
import org.epione.finality.boundary.ChainAlarms;
import org.epione.web.session.SignedInUser;

/** The alarm of two histories, for the people who have to act on it. */
@Named
@RequestScoped
public class AlarmNote {

  private static final Set<Role> TOLD =
      Set.of(Role.SYSTEM_MANAGER, Role.HOSPITAL_ADMINISTRATOR, Role.AUDITOR);

  @EJB private ChainAlarms chainAlarms;
  @Inject private SignedInUser user;

  private List<AlarmView> alarms = List.of();

  @PostConstruct
  void load() {
    boolean told =
        user.person().filter(person -> TOLD.contains(person.caller().role())).isPresent();
    alarms = told ? chainAlarms.alarms() : List.of();
  }

  public List<AlarmView> getAlarms() {
    return alarms;
  }

  /** The hospitals that are not to be trusted. */
  public String getHospitals() {
    return alarms.stream()
        .map(AlarmView::hospitalName)
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
