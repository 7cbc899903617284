package org.epione.enrolment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.epione.enrolment.boundary.AdmissionState;
import org.epione.platform.identity.PartyCode;
import org.jspecify.annotations.Nullable;

/** A hospital that asked to be admitted, at the system manager. */
@Entity
@Table(name = "admission")
@NamedQuery(name = "Admission.all", query = "select a from Admission a order by a.code")
public class Admission {

  @Id
  @Column(length = 32)
  private String code;

  @Column(name = "display_name", nullable = false, length = 200)
  private String displayName;

  @Column(name = "administrator_name", nullable = false, length = 200)
  private String administratorName;

  @Column(nullable = false, length = 32)
  private String node = "";

  @Column(name = "signing_key", nullable = false)
  private byte[] signingKey = {};

  @Column(name = "receiving_key", nullable = false)
  private byte[] receivingKey = {};

  @Column(nullable = false, length = 32)
  private String application = "";

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16)
  private AdmissionState state = AdmissionState.EXPECTED;

  @Column(nullable = false, length = 200)
  private String refusal = "";

  @Column(nullable = false)
  private Instant applied;

  @Column private @Nullable Instant decided;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Admission() {}

  /** A hospital whose application is expected. */
  public Admission(PartyCode code, String displayName, String administratorName, Instant now) {
    this.code = code.value();
    this.displayName = displayName;
    this.administratorName = administratorName;
    this.applied = now;
  }

  /**
   * The application arrived.
   *
   * @param envelope the id of its envelope, which the answer names
   */
  public void apply(String atNode, byte[] signing, byte[] receiving, String envelope, Instant now) {
    node = atNode;
    signingKey = signing.clone();
    receivingKey = receiving.clone();
    application = envelope;
    state = AdmissionState.APPLIED;
    applied = now;
  }

  public void admit(Instant now) {
    state = AdmissionState.ADMITTED;
    decided = now;
  }

  public void refuse(String reason, Instant now) {
    state = AdmissionState.REFUSED;
    refusal = reason;
    decided = now;
  }

  public PartyCode code() {
    return new PartyCode(code);
  }

  public String displayName() {
    return displayName;
  }

  public String administratorName() {
    return administratorName;
  }

  public String node() {
    return node;
  }

  public byte[] signingKey() {
    return signingKey.clone();
  }

  public byte[] receivingKey() {
    return receivingKey.clone();
  }

  public String application() {
    return application;
  }

  public AdmissionState state() {
    return state;
  }

  public String refusal() {
    return refusal;
  }

  public Instant applied() {
    return applied;
  }

  public @Nullable Instant decided() {
    return decided;
  }
}
