package org.epione.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.Optional;
import org.epione.audit.boundary.CheckView.Finding;
import org.epione.crypto.transcript.Digest;
import org.jspecify.annotations.Nullable;

/** One thing that a check looked at, in the order of looking. */
@Entity
@Table(name = "audit_finding")
@NamedQuery(
    name = "AuditFinding.ofCheck",
    query = "select f from AuditFinding f where f.checkId = :check order by f.id")
@NamedQuery(
    name = "AuditFinding.ofReport",
    query =
        "select f from AuditFinding f, AuditCheck c where f.checkId = c.id and c.report = :report"
            + " order by c.place, f.id")
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

  @Column(name = "record_id", length = 64, updatable = false)
  private @Nullable String recordId;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected AuditFinding() {}

  /** A finding of that check, about that record of the chain if about one. */
  public AuditFinding(String checkId, Finding finding, Optional<Digest> about) {
    this.recordId = about.map(Digest::hex).orElse(null);
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

  /** The record that it is about; empty where it is about none alone. */
  public Optional<Digest> about() {
    return Optional.ofNullable(recordId).map(Digest::ofHex);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
