package org.epione.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.epione.audit.boundary.CheckView;
import org.epione.audit.boundary.CheckView.Finding;
import org.epione.audit.entity.AuditCheck;
import org.epione.audit.entity.AuditFinding;

/** Checks as the auditor sees them, with the verdict. */
@ApplicationScoped
public class CheckViews {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  CheckView of(AuditCheck check) {
    List<Finding> findings =
        entities
            .createNamedQuery("AuditFinding.ofCheck", AuditFinding.class)
            .setParameter("check", check.id())
            .getResultStream()
            .map(AuditFinding::finding)
            .toList();
    Optional<Finding> fault = findings.stream().filter(each -> !each.ok()).findFirst();
    return new CheckView(
        check.id(),
        check.hospital().value(),
        check.episode(),
        check.begunAt(),
        check.isDone() ? "DONE" : "RUNNING",
        check.isDone() && fault.isEmpty(),
        verdict(check, fault, findings.size()),
        fault.map(Finding::party),
        check.ciphertext(),
        findings);
  }

  private static String verdict(AuditCheck check, Optional<Finding> fault, int count) {
    if (fault.isPresent()) {
      Finding first = fault.get();
      return "Fault at "
          + first.what()
          + " "
          + first.subject()
          + ": "
          + first.detail()
          + " Responsible: "
          + first.party()
          + ".";
    }
    return check.isDone()
        ? "Everything holds: " + count + " checks, no fault."
        : "Nothing wrong so far; the cloud has not answered yet.";
  }
}
