package org.epione.sharing.boundary;

import java.util.Optional;

/**
 * How the asking side stands now, from certificates and chains, not from what anybody says.
 *
 * @param hospitalCertified the hospital's certificate is signed by the system manager and counts
 *     now
 * @param doctorCertified the doctor's certificate is signed by that hospital and counts now
 * @param credit the doctor's lowest credit on the chains of both hospitals; empty where neither is
 *     kept here
 * @param inGoodStanding false when the doctor was expelled or is below the floor
 * @param hospitalInGoodStanding false when the doctor's hospital is suspended, as far as its chain
 *     is kept here
 */
public record Standing(
    boolean hospitalCertified,
    boolean doctorCertified,
    Optional<Integer> credit,
    boolean inGoodStanding,
    boolean hospitalInGoodStanding) {

  /** Whether nothing speaks against trusting the asking side. */
  public boolean good() {
    return hospitalCertified && doctorCertified && inGoodStanding && hospitalInGoodStanding;
  }
}
