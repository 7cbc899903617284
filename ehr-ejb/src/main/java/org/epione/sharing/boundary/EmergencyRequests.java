package org.epione.sharing.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.epione.account.boundary.Caller;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.Delegation;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.ledger.record.RequestId;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.sharing.control.AskingHospital;
import org.epione.sharing.control.EmergencyAnswers;
import org.epione.sharing.control.SealedDelegations;
import org.epione.team.boundary.EpisodeFacts;

/**
 * Requests in an emergency, for the feature that opens them, which decides on access itself; pages
 * and resources do not call this. From {@link #send} on they go the way of each request.
 */
@Stateless
@PermitAll
public class EmergencyRequests {

  @Inject private AskingHospital asking;
  @Inject private EmergencyAnswers answers;
  @Inject private SealedDelegations sealing;

  /**
   * Signs a request for each of these records of the doctor's own hospital.
   *
   * @param password the doctor's own; wiped by the caller
   * @throws org.epione.platform.error.RefusedException EHR-1002 for a doctor who is not enrolled or
   *     not in good standing
   */
  public List<EmergencyRequest> sign(
      Caller doctor, List<EpisodeFacts> records, Instant notAfter, char[] password)
      throws WrongPasswordException {
    return asking.signInEmergency(doctor, records, notAfter, password);
  }

  /**
   * Refuses a doctor whose word does not count.
   *
   * @throws org.epione.platform.error.RefusedException EHR-1002 for a doctor who is not enrolled or
   *     not in good standing
   */
  public void requireStanding(Caller doctor) {
    asking.requireStanding(doctor);
  }

  /** Sends one. */
  public void send(PartyCode hospital, AccountId doctor, EmergencyRequest request) {
    asking.send(hospital, doctor, request);
  }

  /** R1 and R2 of a grant, sealed to the system manager. */
  public ByteString seal(Delegation delegation, Grant grant) {
    return ByteString.of(sealing.seal(delegation, grant));
  }

  /** Who read under the grant of a request, newest first, from the chain. */
  public List<ReadEvent> readings(RequestId request) {
    return answers.readings(request);
  }

  /** Says on the chain what was found about a grant that was made in an emergency. */
  public void review(RequestId request, boolean justified, Digest words) {
    answers.review(request, justified, words);
  }

  /** At the system manager: destroys the keys of an emergency; nothing can be read after it. */
  public void destroyKeys(String emergency) {
    answers.destroyKeys(emergency);
  }
}
