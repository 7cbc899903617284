package org.epione.sharing.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.access.boundary.SubjectKind;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.crypto.transcript.Digest;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.control.CaseRegister;
import org.epione.sharing.control.CaseViews;
import org.epione.sharing.control.Ids;
import org.epione.sharing.control.KeyIssuer;
import org.epione.sharing.control.KeyOrders;

/**
 * The system manager's officer sees the grants that patients gave, with both sides' standing, and
 * issues the re-encryption key or refuses. Nothing that is shown or kept here can be read.
 */
@Stateless
@RolesAllowed(Role.Name.SYSTEM_MANAGER)
public class ReEncryptionDesk {

  /** Most keys that are ordered in one act. */
  private static final int MOST_KEYS = 50;

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @Inject private CaseRegister register;
  @Inject private CaseViews views;
  @Inject private KeyIssuer issuer;
  @Inject private KeyOrders orders;

  /** All grants, those that wait first, else newest first. */
  public List<CaseView> cases() {
    Caller officer = callers.current();
    access.require(officer, Act.ISSUE_RE_ENCRYPTION_KEY, Subject.of(officer.party()));
    return views.of(register.all());
  }

  /**
   * Issues the key; it can be used once the chain has it.
   *
   * @throws RefusedException EHR-4403 when it was decided, EHR-4404 when the grant does not hold
   *     now
   */
  public void issue(String caseId) {
    Digest grant = Ids.grant(caseId);
    issuer.issue(officerFor(grant).accountId(), grant);
  }

  /**
   * Orders several keys in one act. Each is then issued for itself, soon and in any case; one that
   * cannot be issued waits again with its reason, and holds up no other. {@link #cases} tells how
   * far it is. Repeating it changes nothing.
   *
   * @throws RefusedException EHR-1004 for no or too many grants
   */
  public void issueTogether(List<String> caseIds) {
    List<Digest> grants = caseIds.stream().map(Ids::grant).distinct().toList();
    if (grants.isEmpty() || grants.size() > MOST_KEYS) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "Name 1 to " + MOST_KEYS + " grants.");
    }
    for (Digest grant : grants.stream().sorted().toList()) {
      orders.order(officerFor(grant).accountId(), grant);
    }
  }

  /**
   * Refuses; the key is destroyed, and both hospitals, the doctor and the patient learn why.
   *
   * @param reason one that officers give; it stands on the chain
   * @throws RefusedException EHR-4403 when it was decided, EHR-1004 for a reason that is found and
   *     not given
   */
  public void refuse(String caseId, RefusalReason reason) {
    Digest grant = Ids.grant(caseId);
    Caller officer = officerFor(grant);
    if (!reason.isOfficers()) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "Choose a reason that officers give.");
    }
    issuer.refuse(officer.accountId(), grant, reason);
  }

  private Caller officerFor(Digest grant) {
    Caller officer = callers.current();
    access.require(
        officer,
        Act.ISSUE_RE_ENCRYPTION_KEY,
        new Subject(SubjectKind.GRANT, grant.hex(), officer.party()));
    return officer;
  }
}
