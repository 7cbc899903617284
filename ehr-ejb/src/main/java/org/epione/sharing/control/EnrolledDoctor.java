package org.epione.sharing.control;

import org.epione.ledger.identity.DoctorCertificate;

/**
 * A doctor of the asking hospital, as her own hospital enrolled her.
 *
 * @param displayName the name that the patient is shown
 * @param specialty may be empty
 */
record EnrolledDoctor(DoctorCertificate certificate, String displayName, String specialty) {

  /** Without the name. */
  @Override
  public String toString() {
    return "EnrolledDoctor";
  }
}
