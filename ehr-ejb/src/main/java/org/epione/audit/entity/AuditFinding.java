package org.epione.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.epione.audit.boundary.CheckView.Finding;

/** One thing that a check looked at, in the order of looking. */
@Entity
@Table(name = "audit_finding")
@NamedQuery(
    name = "AuditFinding.ofCheck",
    query = "select f from AuditFinding f where f.checkId = :check order by f.id")
public class AuditFinding {

  private static final int MAX_DETAIL = 512;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_finding_seq")
  @SequenceGenerator(
      name = "audit_finding_seq",
      sequenceName = "audit_finding_seq",
      allocationSize = 1)
  private long id;

  @Column(name = "check_id", nullable = false, length = 36, updatable = false)
  private String checkId;

  @Column(nullable = false, length = 16, updatable = false)
  private String what;

  @Column(nullable = false, length = 64, updatable = false)
  private String subject;

  @Column(nullable = false, updatable = false)
  private boolean ok;

  @Column(nullable = false, length = MAX_DETAIL, updatable = false)
  private String detail;

  @Column(nullable = false, length = 300, updatable = false)
  private String party;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected AuditFinding() {}

  /** A finding of that check. */
  public AuditFinding(String checkId, Finding finding) {
    this.checkId = checkId;
    this.what = finding.what();
    this.subject = finding.subject();
    this.ok = finding.ok();
    this.detail = cut(finding.detail(), MAX_DETAIL);
    this.party = cut(finding.party(), 300);
  }

  /** As it was found. */
  public Finding finding() {
    return new Finding(what, subject, ok, detail, party);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
