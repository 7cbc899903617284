package org.epione.sharing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.epione.account.boundary.Caller;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.Will;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.ledger.record.RequestId;
import org.epione.platform.identity.AccountId;

/**
 * A patient's one answer to a question for several records, with her password once for all of it:
 * consents, refusals, and what she offers of further records.
 */
@ApplicationScoped
public class AnswerTogether {

  @EJB private PersonKeys persons;
  @Inject private PatientDecisions decisions;
  @Inject private FurtherRecords further;

  /**
   * Answers: all of it or nothing.
   *
   * @param offered EIDs in hexadecimal, none to offer nothing
   * @throws org.epione.platform.error.RefusedException what {@link PatientDecisions#together} and
   *     {@link FurtherRecords#answer} throw
   */
  public void decide(
      Caller caller,
      Digest bundle,
      List<RequestId> allowed,
      List<RequestId> refused,
      List<String> offered,
      char[] password)
      throws WrongPasswordException {
    PatientDecisions.Decided decided = decisions.together(caller, bundle, allowed, refused);
    AccountId patient = decided.acting().account();
    if (decided.isEmpty() && !further.waits(patient, bundle)) {
      // Nothing is signed: as little as her asking again clears what was guessed before.
      persons.prove(decided.acting().by(), password);
      return;
    }
    try (Will will = persons.will(decided.acting(), password)) {
      decisions.sign(decided, will);
      further.answer(caller, patient, bundle, offered, will);
    }
  }
}
