package org.epione.sharing.boundary;

import java.time.Instant;
import java.util.Optional;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.record.EmergencyOpenedBody;
import org.epione.ledger.record.RequestId;
import org.epione.platform.identity.PartyCode;

/**
 * What sharing needs to know of emergencies; implemented by the feature that opens them. Called in
 * the transaction in which it is acted upon.
 */
public interface EmergencyGrants {

  /**
   * At the hospital: what answers that request, once; empty where it is of no emergency, or was
   * answered.
   */
  Optional<EmergencyGrant> answerTo(RequestId request);

  /**
   * At the system manager: its release for the emergency that an answer on the hospital's chain is
   * of; empty unless it released its share to that hospital for that doctor and her key, and what
   * it released it for is not over.
   *
   * @param notAfter until when the grant counts
   */
  Optional<EmergencyRelease> releaseFor(
      PartyCode hospital, EmergencyOpenedBody opened, DoctorCertificate doctor, Instant notAfter);
}
