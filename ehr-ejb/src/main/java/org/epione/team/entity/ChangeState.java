package org.epione.team.entity;

/** Where a proposal to change a team stands; {@link TeamChange} allows only these transitions. */
public enum ChangeState {
  /** Waits for the patient. Next: AGREED, REFUSED, TAKEN_BACK, LAPSED. */
  PROPOSED,
  /** The patient signed; the record is on its way to the chain. Next: IN_FORCE, REJECTED. */
  AGREED,
  /** The chain carries it: the team is changed. Final. */
  IN_FORCE,
  /** The patient refused. Final. */
  REFUSED,
  /** Who proposed it took it back. Final. */
  TAKEN_BACK,
  /** The doctor signed, or the episode ended, before the patient answered. Final. */
  LAPSED,
  /** The chain refused the record. Final. */
  REJECTED
}
