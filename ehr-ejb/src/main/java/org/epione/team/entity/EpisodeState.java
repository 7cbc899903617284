package org.epione.team.entity;

/** Where an episode stands; {@link Episode} allows only the transitions named here. */
public enum EpisodeState {
  /**
   * Opened by the registrar; the patient has not signed the warrants. Next: OPENING, DECLINED,
   * STOPPED.
   */
  AWAITING_WARRANTS,
  /** The patient refused the team. Final. */
  DECLINED,
  /** Warrants signed, record on its way to the chain. Next: IN_TREATMENT, REJECTED. */
  OPENING,
  /** The turn goes from doctor to doctor. Next: SEALING, STOPPED. */
  IN_TREATMENT,
  /** The last doctor has signed; the record goes to cloud and chain. Next: FINAL, REJECTED. */
  SEALING,
  /** On the chain, stored, done. Final. */
  FINAL,
  /** Sent back for signing again too often, or followed by another episode. Final. */
  STOPPED,
  /** Chain or cloud refused a record. Final. */
  REJECTED;

  /** Whether nothing can happen to the episode any more. */
  public boolean isOver() {
    return switch (this) {
      case DECLINED, FINAL, STOPPED, REJECTED -> true;
      case AWAITING_WARRANTS, OPENING, IN_TREATMENT, SEALING -> false;
    };
  }
}
