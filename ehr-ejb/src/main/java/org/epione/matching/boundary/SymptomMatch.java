package org.epione.matching.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.crypto.codec.ByteString;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.matching.control.Conversations;
import org.epione.matching.control.Exchanges;
import org.epione.matching.control.MatchingViews;
import org.epione.matching.control.ReportBook;
import org.epione.matching.control.Searches;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/**
 * A patient looks for others with her symptom. Her browser has the symptom and runs SPAKE2; what
 * comes here is sealed, or says nothing by itself. Each act is decided and recorded.
 *
 * <p>Exchanges are named by ids; one that is not the caller's is as unknown as any other: EHR-1003.
 */
@Stateless
@RolesAllowed(Role.Name.PATIENT)
public class SymptomMatch {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @EJB private PersonKeys keys;
  @Inject private Searches searches;
  @Inject private Exchanges exchanges;
  @Inject private Conversations conversations;
  @Inject private MatchingViews views;
  @Inject private ReportBook reports;

  /** Where it stands. The page asks again and again; nothing of anybody else is in it. */
  public MatchingView mine() {
    return views.of(callers.current().accountId());
  }

  /** In how many conversations something is new. */
  public long waiting() {
    return views.unseen(callers.current().accountId());
  }

  /**
   * Keeps what the browser needs to know a matching password again, which itself is not sent.
   *
   * @param salt {@code PasswordSalt}, 44 bytes
   * @param probe sealed under the password, at most 2048 bytes
   * @param password of the account, wiped by the caller
   * @throws RefusedException EHR-3401 if there is one
   */
  public MatchingView setPassword(ByteString salt, ByteString probe, char[] password)
      throws WrongPasswordException {
    Caller patient = proven(password);
    searches.setVault(patient, salt, probe);
    return views.of(patient.accountId());
  }

  /** Ends the search, leaves all conversations, and forgets all that the password opened. */
  public MatchingView startOver(char[] password) throws WrongPasswordException {
    Caller patient = proven(password);
    conversations.forgetAll(patient.accountId());
    searches.removeVault(patient.accountId());
    return views.of(patient.accountId());
  }

  /**
   * Begins a search under a new pseudonym.
   *
   * @throws RefusedException EHR-3410 unless she agreed, EHR-3402 if one runs, EHR-3403 if she
   *     began three within 30 days
   */
  public MatchingView begin(SearchForm form, char[] password) throws WrongPasswordException {
    Caller patient = proven(password);
    searches.begin(patient, form);
    return views.of(patient.accountId());
  }

  /** Ends it. Conversations go on. */
  public MatchingView end() {
    Caller patient = patient();
    searches.end(patient.accountId());
    return views.of(patient.accountId());
  }

  /**
   * Takes what the browser says in a comparison.
   *
   * @throws RefusedException EHR-3404 for what is not due, EHR-3405 and EHR-3406 at the limits,
   *     EHR-3407 if it is over
   */
  public void step(String exchange, StepForm form) {
    exchanges.step(patient(), id(exchange), form);
  }

  /** Keeps what the browser noted for itself. */
  public void note(String exchange, ByteString sealed) {
    exchanges.note(patient(), id(exchange), sealed);
  }

  /**
   * Says something; the first thing is that she agrees to meet.
   *
   * @param number one more than that of the last
   * @param sealed at most 8192 bytes
   * @throws RefusedException EHR-3408 for another number or before both agreed, EHR-3407 if it is
   *     over, EHR-3409 beyond the limits
   */
  public void say(String exchange, int number, ByteString sealed) {
    conversations.say(patient(), id(exchange), number, sealed);
  }

  /** What was said, oldest first; nothing before she agreed herself. */
  public List<SaidView> read(String exchange) {
    return conversations.read(callers.current(), id(exchange));
  }

  /** Leaves a conversation. */
  public void leave(String exchange) {
    conversations.leave(patient(), id(exchange), false);
  }

  /** Leaves it, and is never paired with the same person again. */
  public void block(String exchange) {
    conversations.leave(patient(), id(exchange), true);
  }

  /**
   * Discloses a conversation as it is now to the administrator of her hospital.
   *
   * @param key of the comparison, 16 bytes; not kept
   * @param reason 1 to 2,000 characters
   * @param password of the account, wiped by the caller
   * @throws RefusedException EHR-3411 if she did before, EHR-3412 if the key opens something else,
   *     EHR-3413 for the reason
   */
  public void report(String exchange, ByteString key, String reason, char[] password)
      throws WrongPasswordException {
    Caller patient = proven(password);
    reports.report(patient, id(exchange), key, reason);
  }

  private Caller proven(char[] password) throws WrongPasswordException {
    Caller patient = patient();
    keys.prove(patient.accountId(), password);
    return patient;
  }

  private Caller patient() {
    Caller patient = callers.current();
    access.require(patient, Act.MATCH_SYMPTOM, Subject.of(patient.accountId(), patient.party()));
    return patient;
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException none) {
      throw new RefusedException(ErrorCode.NOT_FOUND);
    }
  }
}
