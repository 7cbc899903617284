package org.epione.sharing.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.epione.crypto.transcript.Digest;
import org.epione.platform.identity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * At the hospital that keeps the records: along with records that a doctor can name she asks the
 * patient for further ones. The doctor is told of them only what the patient offers.
 */
@Entity
@Table(name = "sharing_further")
public class FurtherQuestion {

  @Id
  @Column(length = 104)
  private String id;

  @Column(name = "bundle_id", nullable = false, length = 64, updatable = false)
  private String bundleId;

  @Column(nullable = false, length = 36, updatable = false)
  private String patient;

  @Column(name = "symptom_code", nullable = false, length = 32, updatable = false)
  private String symptomCode;

  @Column(name = "answered_at")
  private @Nullable Instant answeredAt;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected FurtherQuestion() {}

  /**
   * A question that waits.
   *
   * @param symptomCode which records; empty for all
   */
  public FurtherQuestion(Digest bundle, AccountId patient, String symptomCode) {
    this.id = idOf(bundle, patient);
    this.bundleId = bundle.hex();
    this.patient = patient.toString();
    this.symptomCode = symptomCode;
  }

  /** One for each act and patient. */
  public static String idOf(Digest bundle, AccountId patient) {
    return bundle.hex() + "/" + patient;
  }

  /** The patient answered, be it with no offer. */
  public void answered(Instant now) {
    answeredAt = now;
  }

  /** Whether the patient has yet to answer. */
  public boolean waits() {
    return answeredAt == null;
  }

  /** Which records; empty for all. */
  public String symptomCode() {
    return symptomCode;
  }

  /** What names the doctor's act. */
  public Digest bundle() {
    return Digest.ofHex(bundleId);
  }

  public AccountId patient() {
    return AccountId.of(patient);
  }
}
