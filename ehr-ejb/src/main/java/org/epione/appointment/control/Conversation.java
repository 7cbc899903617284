package org.epione.appointment.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.account.boundary.Caller;
import org.epione.enrolment.boundary.Patients;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/** What a patient asks for under the treatment key. */
@ApplicationScoped
public class Conversation {

  /** The longest sealed request, in bytes. */
  static final int LONGEST = 8 * 1024;

  @EJB private AccessDecisions access;
  @EJB private PatientDesk desk;
  @EJB private Patients patients;
  @Inject private Holders holders;
  @Inject private Runs runs;

  /** Carries a request out. */
  public byte[] say(String run, long number, byte[] sealed) {
    if (sealed.length > LONGEST) {
      throw new RefusedException(ErrorCode.AGREEMENT_MESSAGE, "It is too long.");
    }
    AgreedRun agreed =
        runs.agreed(run).orElseThrow(() -> new RefusedException(ErrorCode.AGREEMENT_OVER));
    if (!stillCounts(agreed.holder())) {
      runs.end(run);
      throw new RefusedException(ErrorCode.AGREEMENT_OVER);
    }
    return agreed.say(number, sealed, request -> act(agreed.patient(), request));
  }

  /** Who books for a minor does so until the moment in which it ends, also within a run. */
  private boolean stillCounts(Holder holder) {
    return patients
        .find(holder.patient())
        .filter(patient -> holders.counts(patient, holder.setAt()))
        .isPresent();
  }

  /**
   * What is refused is told under the key as well: who watches does not learn it. Each step is a
   * transaction of its own, over before the answer is sealed.
   */
  private byte[] act(Caller patient, byte[] bytes) {
    DeskRequest request = DeskRequest.decode(bytes);
    Subject own = Subject.of(patient.accountId(), patient.party());
    access.require(patient, Act.READ_APPOINTMENTS, own);
    Optional<RefusedException> refusal = Optional.empty();
    if (request.act() != DeskRequest.DeskAct.LOOK) {
      access.require(patient, Act.BOOK_APPOINTMENT, own);
      refusal = carriedOut(patient, request);
    }
    return desk.state(patient, refusal);
  }

  private Optional<RefusedException> carriedOut(Caller patient, DeskRequest request) {
    try {
      switch (request.act()) {
        case BOOK -> desk.book(patient, request.slot(), request.reason());
        case MOVE -> desk.move(patient, request.appointment(), request.slot());
        case CANCEL -> desk.cancel(patient, request.appointment());
        case LOOK -> throw new IllegalStateException("nothing to carry out");
      }
      return Optional.empty();
    } catch (RefusedException refused) {
      return Optional.of(refused);
    }
  }
}
