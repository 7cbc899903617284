package org.epione.audit.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Predicate;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.audit.control.Witnessed;
import org.epione.ledger.connector.FoundContradiction;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/**
 * Logs that contradicted themselves before the witnesses hosted here. Auditors and the system
 * manager see all evidence, a hospital's administrator that of her own hospital as witness. Whether
 * a witness cosigns such a log again is decided by the people of the witness.
 */
@Stateless
@RolesAllowed({Role.Name.AUDITOR, Role.Name.SYSTEM_MANAGER, Role.Name.HOSPITAL_ADMINISTRATOR})
public class Contradictions {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @Inject private Witnessed witnessed;

  /** All that the caller may see, newest first. */
  public List<ContradictionView> all() {
    Caller caller = callers.current();
    return witnessed.contradictions().stream()
        .filter(visibleTo(caller))
        .map(found -> witnessed.view(found, decides(caller, found.witness())))
        .toList();
  }

  /** How many logs witnesses hosted here do not cosign any more. */
  @RolesAllowed({Role.Name.AUDITOR, Role.Name.SYSTEM_MANAGER})
  public long suspended() {
    return witnessed.suspended();
  }

  /**
   * The evidence as a file that anybody can verify.
   *
   * @throws RefusedException EHR-1003 when there is none with this id
   */
  public byte[] evidence(String id) {
    return witnessed.contradictions().stream()
        .filter(visibleTo(callers.current()))
        .filter(found -> found.evidence().digest().hex().equals(id))
        .findFirst()
        .map(found -> found.evidence().encode())
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  /**
   * Decides that the caller's party cosigns this hospital's log again. It does so only if the log
   * goes on from what was cosigned last.
   *
   * @throws RefusedException EHR-1002 for whoever does not decide for a witness, EHR-1003 when that
   *     log is not suspended
   */
  @RolesAllowed({Role.Name.SYSTEM_MANAGER, Role.Name.HOSPITAL_ADMINISTRATOR})
  public void resume(String hospital) {
    Caller caller = callers.current();
    access.require(caller, Act.RESUME_WITNESSING, Subject.of(caller.party()));
    String witness = caller.party().value();
    boolean suspended =
        witnessed.contradictions().stream()
            .anyMatch(
                found ->
                    found.suspended()
                        && found.witness().equals(witness)
                        && found.hospital().equals(hospital));
    if (!suspended) {
      throw new RefusedException(ErrorCode.NOT_FOUND);
    }
    witnessed.resume(caller.party(), hospital);
  }

  private static Predicate<FoundContradiction> visibleTo(Caller caller) {
    return found ->
        caller.role() != Role.HOSPITAL_ADMINISTRATOR
            || found.witness().equals(caller.party().value());
  }

  private static boolean decides(Caller caller, String witness) {
    return caller.role() != Role.AUDITOR && caller.party().value().equals(witness);
  }
}
