package org.epione.platform.erasure;

import java.util.Optional;

/**
 * Destroys what one feature has of a patient, at the hospital. There is one bean for each {@link
 * Erased}. Called in a transaction of the step's own, after which the step is noted as done; where
 * the server dies before, it is called again, and finds less.
 */
public interface PatientErasure {

  /** Which step it is. */
  Erased what();

  /** What has to end first: then nothing is destroyed yet. */
  default Optional<Obstacle> obstacle(ForgottenPatient patient) {
    return Optional.empty();
  }

  /**
   * Destroys it. Called again, it changes nothing more. Of other patients nothing is touched.
   *
   * @return how many entries were destroyed or emptied, for the certificate
   */
  int erase(ForgottenPatient patient);
}
