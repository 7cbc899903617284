package org.epione.appointment.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.account.boundary.Caller;
import org.epione.appointment.boundary.AccountKind;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/** What is asked for under the treatment key. */
@ApplicationScoped
public class Conversation {

  /** The longest sealed request, in bytes. */
  static final int LONGEST = 8 * 1024;

  @EJB private AccessDecisions access;
  @Inject private Instance<Counter> counters;
  @Inject private VerifierBook verifiers;
  @Inject private Runs runs;

  /** Carries a request out. */
  public byte[] say(String run, long number, byte[] sealed) {
    if (sealed.length > LONGEST) {
      throw new RefusedException(ErrorCode.AGREEMENT_MESSAGE, "It is too long.");
    }
    AgreedRun agreed =
        runs.agreed(run).orElseThrow(() -> new RefusedException(ErrorCode.AGREEMENT_OVER));
    // Who books for a minor, or works here, does so until that ends, also within a run; and a run
    // ends with the password that it began with.
    if (verifiers.current(agreed.holder()).isEmpty()) {
      runs.end(run);
      throw new RefusedException(ErrorCode.AGREEMENT_OVER);
    }
    Counter counter = counter(agreed.holder().kind());
    return agreed.say(number, sealed, request -> act(counter, agreed.caller(), request));
  }

  private Counter counter(AccountKind kind) {
    return counters.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
  }

  /**
   * What is refused is told under the key as well: who watches does not learn it. Each step is a
   * transaction of its own, over before the answer is sealed.
   */
  private byte[] act(Counter counter, Caller caller, byte[] bytes) {
    DeskRequest request = DeskRequest.decode(counter.kind(), bytes);
    access.require(caller, Act.READ_APPOINTMENTS, Subject.of(caller.accountId(), caller.party()));
    return counter.state(caller, carriedOut(counter, caller, request));
  }

  private static Optional<RefusedException> carriedOut(
      Counter counter, Caller caller, DeskRequest request) {
    if (request.act() == DeskRequest.DeskAct.LOOK) {
      return Optional.empty();
    }
    try {
      counter.carryOut(caller, request);
      return Optional.empty();
    } catch (RefusedException refused) {
      return Optional.of(refused);
    }
  }
}
