package org.epione.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** A part of a signed report as it is stored; what holds it together is its signature. */
@Entity
@Table(name = "audit_report_part")
@NamedQuery(
    name = "ReportPart.ofReport",
    query = "select p from ReportPart p where p.report = :report order by p.place")
public class ReportPart {

  /** Most bytes in one part. */
  public static final int MAX_LENGTH = 500_000;

  @Id
  @Column(length = 48)
  private String id;

  @Column(name = "report_id", nullable = false, length = 36, updatable = false)
  private String report;

  @Column(nullable = false, updatable = false)
  private int place;

  @Column(nullable = false, updatable = false)
  private byte[] content;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected ReportPart() {}

  /** The part at that place, from 0. */
  public ReportPart(String report, int place, byte[] content) {
    this.id = report + "-" + place;
    this.report = report;
    this.place = place;
    this.content = content.clone();
  }

  public byte[] content() {
    return content.clone();
  }
}
