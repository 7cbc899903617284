package org.epione.access.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Decision;
import org.epione.access.boundary.Subject;
import org.epione.access.boundary.SubjectKind;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Role;

/** One decision on access. Written once, never changed. */
@Entity
@Table(name = "audit_event")
@NamedQuery(
    name = "AuditEvent.ofSubject",
    query =
        "select e from AuditEvent e where e.subjectKind = :kind and e.subjectId = :id"
            + " and e.subjectParty = :party order by e.id desc")
@NamedQuery(
    name = "AuditEvent.byOthers",
    query =
        "select e from AuditEvent e where e.subjectKind = :kind and e.subjectId in :ids"
            + " and e.subjectParty = :party and e.account <> :account order by e.id")
public class AuditEvent {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_event_seq")
  @SequenceGenerator(name = "audit_event_seq", sequenceName = "audit_event_seq", allocationSize = 1)
  private long id;

  @Column(nullable = false, updatable = false)
  private Instant occurred;

  @Column(nullable = false, updatable = false, length = 36)
  private String account;

  @Enumerated(EnumType.STRING)
  @Column(name = "role_name", nullable = false, updatable = false, length = 32)
  private Role role;

  @Column(name = "caller_party", nullable = false, updatable = false, length = 32)
  private String callerParty;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false, length = 40)
  private Act act;

  @Enumerated(EnumType.STRING)
  @Column(name = "subject_kind", nullable = false, updatable = false, length = 16)
  private SubjectKind subjectKind;

  @Column(name = "subject_id", nullable = false, updatable = false, length = 64)
  private String subjectId;

  @Column(name = "subject_party", nullable = false, updatable = false, length = 32)
  private String subjectParty;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false, length = 8)
  private Decision decision;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected AuditEvent() {}

  /** A decision made now. */
  public AuditEvent(Caller caller, Act act, Subject subject, Decision decision, Instant now) {
    this.occurred = now;
    this.account = caller.accountId().toString();
    this.role = caller.role();
    this.callerParty = caller.party().value();
    this.act = act;
    this.subjectKind = subject.kind();
    this.subjectId = subject.id();
    this.subjectParty = subject.party().value();
    this.decision = decision;
  }

  public long id() {
    return id;
  }

  public Instant occurred() {
    return occurred;
  }

  public String account() {
    return account;
  }

  public Role role() {
    return role;
  }

  public String callerParty() {
    return callerParty;
  }

  public Act act() {
    return act;
  }

  public SubjectKind subjectKind() {
    return subjectKind;
  }

  public String subjectId() {
    return subjectId;
  }

  public String subjectParty() {
    return subjectParty;
  }

  public Decision decision() {
    return decision;
  }
}
