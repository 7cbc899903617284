package org.epione.audit.boundary;

import jakarta.annotation.security.PermitAll;
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
import org.epione.audit.control.ReportBook;
import org.epione.audit.control.ReportRequests;
import org.epione.ledger.report.ReportPdf;
import org.epione.ledger.report.ReportScope;
import org.epione.ledger.report.SignedReport;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/**
 * Audits that go on in the background and end with a signed report. An auditor sees her own. What
 * she begins and what she takes away is decided on and recorded as an access; looking how far it is
 * is not.
 */
@Stateless
@RolesAllowed(Role.Name.AUDITOR)
public class AuditReports {

  /** Most audits of one auditor that go on at once. */
  static final int MOST_OPEN = 5;

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @Inject private ReportRequests requests;
  @Inject private ReportBook book;

  /**
   * Begins an audit.
   *
   * @throws RefusedException EHR-4601 for a chain that is not here, EHR-4610 for what nobody can
   *     audit, EHR-1003 for what the chain does not have, EHR-4612 when too many go on
   */
  public ReportView begin(ReportForm form) {
    Caller caller = callers.current();
    PartyCode hospital = requests.hospital(form);
    access.require(caller, Act.AUDIT_CHAIN, Subject.of(hospital));
    ReportScope scope = requests.scope(hospital, form);
    requests
        .episodes(hospital, scope)
        .forEach(
            episode ->
                access.require(
                    caller,
                    Act.AUDIT_EPISODE,
                    new Subject(SubjectKind.EPISODE, episode.hex(), hospital)));
    if (book.open(caller.accountId()) >= MOST_OPEN) {
      throw new RefusedException(ErrorCode.REPORTS_TOO_MANY);
    }
    return book.add(caller.accountId(), hospital, scope);
  }

  /** The caller's audits, newest first; at most 200. */
  public List<ReportView> mine() {
    return book.of(callers.current().accountId());
  }

  /** How far one of them is. */
  public ReportView report(String id) {
    return book.find(id, callers.current().accountId())
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  /**
   * Stops one of them.
   *
   * @throws RefusedException EHR-1005 when it has ended
   */
  public void cancel(String id) {
    report(id);
    if (!book.cancel(id)) {
      throw new RefusedException(ErrorCode.CONFLICT);
    }
  }

  /**
   * The signed report as JSON.
   *
   * @throws RefusedException EHR-4611 while there is none
   */
  public byte[] json(String id) {
    ReportView report = report(id);
    access.require(
        callers.current(), Act.AUDIT_CHAIN, Subject.of(new PartyCode(report.hospital())));
    if (report.state() != ReportState.DONE) {
      throw new RefusedException(ErrorCode.REPORT_NOT_THERE);
    }
    return book.file(id);
  }

  /**
   * The same as PDF, with the JSON attached.
   *
   * @throws RefusedException EHR-4611 while there is none
   */
  public byte[] pdf(String id) {
    return ReportPdf.of(SignedReport.decode(json(id)));
  }

  /** The key that verifies reports (C2SP signed-note); for everybody. */
  @PermitAll
  public String key() {
    return requests.key();
  }
}
