package org.epione.web.operations;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.epione.account.boundary.Role;
import org.epione.enrolment.boundary.Standing;
import org.epione.operations.boundary.OwnStanding;
import org.epione.web.session.SignedInUser;
import org.jspecify.annotations.Nullable;

/** What a doctor's pages say about her standing; nothing on other people's. */
@Named
@RequestScoped
public class StandingNote {

  private static final int CLOSE = 20;

  @EJB private OwnStanding own;
  @Inject private SignedInUser user;

  private @Nullable Standing standing;

  @PostConstruct
  void load() {
    standing = isDoctor() ? own.mine().orElse(null) : null;
  }

  /** Her credit, or null where there is none to show. */
  public @Nullable Standing getStanding() {
    return standing;
  }

  /** Whether the chain has expelled her. */
  public boolean isExpelled() {
    Standing known = getStanding();
    return known != null && known.expelled();
  }

  /** How her credit is marked: good, or warn when two more rejections would expel her. */
  public String getMark() {
    Standing known = getStanding();
    return known != null && known.credit() - known.floor() < CLOSE ? "warn" : "good";
  }

  private boolean isDoctor() {
    return user.person().filter(person -> person.caller().role() == Role.DOCTOR).isPresent();
  }
}
