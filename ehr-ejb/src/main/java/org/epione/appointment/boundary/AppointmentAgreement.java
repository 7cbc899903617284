package org.epione.appointment.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.epione.appointment.control.Agreements;
import org.epione.appointment.control.Conversation;

/**
 * The hospital's side of SPAKE2+ with a patient or a doctor, and what she says under the treatment
 * key that it gives. Nobody is signed in: what counts is that key. An unknown account and a wrong
 * password look alike, also in time; tries are counted by account and by source.
 *
 * <pre>
 * salt(account) → start(account, share) → confirm(run, confirmation) → say(run, ...)* → end(run)
 * </pre>
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AppointmentAgreement {

  @Inject private Agreements agreements;
  @Inject private Conversation conversation;

  /** The hospitals of this server, by name. */
  public List<BookableHospital> hospitals() {
    return agreements.hospitals();
  }

  /**
   * Salt and cost of that account's password, 44 bytes; made up, and always the same, for one that
   * is nobody's.
   *
   * @throws org.epione.platform.error.RefusedException EHR-1003 for an unknown hospital, EHR-1004
   *     for what can be no card number or user name
   */
  public byte[] salt(AppointmentAccount account) {
    return agreements.salt(account);
  }

  /**
   * Begins a run; it counts as a failed try until it is confirmed.
   *
   * @param source where the request came from (address), for counting
   * @param share the browser's
   * @throws org.epione.platform.error.RefusedException EHR-3302 for what is no share, EHR-1017 or
   *     EHR-3305 when too many tries failed before, for an account that is nobody's as well
   */
  public AgreementStart start(String source, AppointmentAccount account, byte[] share) {
    return agreements.start(source, account, share);
  }

  /**
   * Takes the browser's confirmation: the treatment key is agreed.
   *
   * @throws org.epione.platform.error.RefusedException EHR-3301 if account and password do not
   *     belong together, EHR-3302 for what is no confirmation, EHR-3303 if there is no such run;
   *     the run is over
   */
  public void confirm(String run, byte[] confirmation) {
    agreements.confirm(run, confirmation);
  }

  /**
   * Takes a sealed request and gives the sealed answer. The same request again gets the same
   * answer, and is not carried out again.
   *
   * @param number of the request, from 1
   * @throws org.epione.platform.error.RefusedException EHR-3302 for what does not open or is not
   *     due, EHR-3303 if the run has ended
   */
  public byte[] say(String run, long number, byte[] sealed) {
    return conversation.say(run, number, sealed);
  }

  /** Forgets the run and its key; nothing happens if there is none. */
  public void end(String run) {
    agreements.end(run);
  }
}
