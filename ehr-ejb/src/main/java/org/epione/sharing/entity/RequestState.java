package org.epione.sharing.entity;

/**
 * Where a doctor's request stands, as her hospital knows it. Messages can come twice and out of
 * order, so a state only ever gives way to one of a higher rank.
 */
public enum RequestState {
  /** On its way to the asked hospital. */
  SENT(0),
  /** On the chain; the patient has it. */
  WITH_PATIENT(1),
  /** The patient consented; the system manager has it. */
  CONSENTED(2),
  /** The key is issued: the doctor can read. */
  READY(3),
  /** There is no such record for this doctor. */
  UNAVAILABLE(4),
  /** The patient refused. */
  REFUSED_BY_PATIENT(4),
  /** The system manager refused. */
  DENIED(4),
  /** The patient withdrew. */
  WITHDRAWN(5),
  /** The patient was forgotten: nobody can read the record any more. */
  FORGOTTEN(6);

  private final int rank;

  RequestState(int rank) {
    this.rank = rank;
  }

  /** Whether {@code next} is news. */
  boolean givesWayTo(RequestState next) {
    return next.rank > rank && (rank < READY.rank || next == WITHDRAWN || next == FORGOTTEN);
  }
}
