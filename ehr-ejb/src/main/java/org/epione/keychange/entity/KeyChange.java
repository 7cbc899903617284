package org.epione.keychange.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.epione.keychange.boundary.KeyChangeState;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.platform.identity.AccountId;

/** A doctor's change of her key to sign with. */
@Entity
@Table(name = "key_change")
@NamedQuery(
    name = "KeyChange.ofAccount",
    query = "select c from KeyChange c where c.account = :account order by c.submittedAt desc")
@NamedQuery(
    name = "KeyChange.untidy",
    query =
        "select c from KeyChange c where c.state = :state and c.tidy = false"
            + " order by c.submittedAt, c.recordId")
public class KeyChange {

  @Id
  @Column(name = "record_id", length = 64)
  private String recordId;

  @Column(nullable = false, length = 36)
  private String account;

  @Column(nullable = false)
  private byte[] certificate;

  @Column(name = "submitted_at", nullable = false)
  private Instant submittedAt;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16)
  private KeyChangeState state = KeyChangeState.SUBMITTED;

  @Column(nullable = false, length = 40)
  private String refusal = "";

  @Column(nullable = false)
  private boolean tidy;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected KeyChange() {}

  /**
   * A change that was just submitted.
   *
   * @param recordId the DOCTOR_KEY_CHANGED record, in hex
   */
  public KeyChange(
      String recordId, AccountId account, DoctorCertificate certificate, Instant submittedAt) {
    this.recordId = recordId;
    this.account = account.toString();
    this.certificate = certificate.encode();
    this.submittedAt = submittedAt;
  }

  public String recordId() {
    return recordId;
  }

  public AccountId account() {
    return AccountId.of(account);
  }

  /** Of the new key. */
  public DoctorCertificate certificate() {
    return DoctorCertificate.decode(certificate);
  }

  public KeyChangeState state() {
    return state;
  }

  /** The reason's code, or empty. */
  public String refusal() {
    return refusal;
  }

  public void done() {
    state = KeyChangeState.DONE;
  }

  public void refused(String reason) {
    state = KeyChangeState.REFUSED;
    refusal = reason;
  }

  /** No key from before it is needed any more. */
  public void tidied() {
    tidy = true;
  }
}
