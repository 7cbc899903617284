package org.epione.sharing.boundary;

import java.util.Arrays;
import java.util.List;

/**
 * Why the system manager refuses a key or a reading: the reason code on the chain is the name. The
 * words that people read are in the portal's bundle, under {@code refusal.} and the name.
 */
public enum RefusalReason {
  /** The officer doubts that what is asked for serves the purpose that is named. */
  PURPOSE_DOUBTFUL(true),
  /** The officer doubts that the doctor is who she says, or treats the patient. */
  DOCTOR_DOUBTFUL(true),
  /** The officer doubts that the patient decided freely, and knew what about. */
  CONSENT_DOUBTFUL(true),
  /** A court or an authority has forbidden it. */
  FORBIDDEN_BY_LAW(true),
  /** The officer decided against it for another reason. */
  OFFICER_DECISION(true),
  /** The end date of the grant has passed, or its first date is still to come. */
  OUTSIDE_DATES,
  /** The patient has withdrawn. */
  CONSENT_WITHDRAWN,
  /** The patient was forgotten: there is no key any more, and no new one. */
  PATIENT_FORGOTTEN,
  /** No key was issued for this. */
  NO_KEY_ISSUED,
  /** The key was issued and destroyed since, as by the review of an emergency. */
  KEY_DESTROYED,
  /** A certificate of the doctor or her hospital does not count now. */
  CERTIFICATE_INVALID,
  /** The doctor's credit is below the floor. */
  EXPELLED,
  /** The doctor's hospital is below the floor: it gets no new keys. */
  HOSPITAL_SUSPENDED,
  /** The chain did not take the record of the reading. */
  NOT_ON_CHAIN,
  /** The ciphertext is gone, altered, or not what the chain says. */
  CONTENT_UNUSABLE;

  private final boolean officers;

  RefusalReason() {
    this(false);
  }

  RefusalReason(boolean officers) {
    this.officers = officers;
  }

  /** Whether it is one that the system manager's officer gives; all others are found. */
  public boolean isOfficers() {
    return officers;
  }

  /** Those that the system manager's officer can give. */
  public static List<RefusalReason> ofOfficers() {
    return Arrays.stream(values()).filter(RefusalReason::isOfficers).toList();
  }
}
