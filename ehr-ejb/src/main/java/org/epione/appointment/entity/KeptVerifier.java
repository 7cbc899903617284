package org.epione.appointment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.epione.appointment.boundary.AccountKind;
import org.epione.platform.identity.PartyCode;

/** What the hospital keeps in place of an appointment password, under its own key. */
@Entity
@Table(name = "appointment_verifier")
@NamedQuery(
    name = "KeptVerifier.holders",
    query = "select v.holder from KeptVerifier v where v.kind = :kind order by v.holder")
@NamedQuery(
    name = "KeptVerifier.byNumber",
    query =
        "select v from KeptVerifier v where v.hospital = :hospital and v.numberFingerprint ="
            + " :fingerprint")
public class KeptVerifier {

  @Id
  @Column(length = 36)
  private String holder;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 8, updatable = false)
  private AccountKind kind;

  @Column(nullable = false, length = 32, updatable = false)
  private String hospital;

  @Column(name = "number_fingerprint", nullable = false, length = 64)
  private String numberFingerprint;

  @Column(name = "protected_verifier", nullable = false)
  private byte[] protectedVerifier;

  @Column(name = "set_at", nullable = false)
  private Instant setAt;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected KeptVerifier() {}

  /**
   * Of somebody who has none.
   *
   * @param holder a patient's registration, a doctor's account
   */
  public KeptVerifier(
      AccountKind kind,
      String holder,
      PartyCode hospital,
      String numberFingerprint,
      byte[] protectedVerifier,
      Instant now) {
    this.kind = kind;
    this.holder = holder;
    this.hospital = hospital.value();
    this.numberFingerprint = numberFingerprint;
    this.protectedVerifier = protectedVerifier.clone();
    this.setAt = now;
  }

  /** Another password. */
  public void replace(String fingerprint, byte[] verifier, Instant now) {
    numberFingerprint = fingerprint;
    protectedVerifier = verifier.clone();
    setAt = now;
  }

  public AccountKind kind() {
    return kind;
  }

  /** A patient's registration, a doctor's account. */
  public String holder() {
    return holder;
  }

  /** Keyed fingerprint of the card number or user name that the password belongs to. */
  public String numberFingerprint() {
    return numberFingerprint;
  }

  public byte[] protectedVerifier() {
    return protectedVerifier.clone();
  }

  public Instant setAt() {
    return setAt;
  }

  @Override
  public String toString() {
    return "KeptVerifier";
  }
}
