package org.epione.team.boundary;

/** Why a chain of parts is refused; shown with the episode. */
public enum PartFault {
  /** Signers, order or position are not those agreed. */
  WRONG_ORDER,
  /** The statements are about another episode or patient. */
  WRONG_EPISODE,
  /** A statement does not link to the one before, or a part accepted earlier was changed. */
  BROKEN_LINK,
  /** A time goes backwards, lies in the future, or was seen before. */
  STALE_TIME,
  /** The aggregate signature is not by these doctors on these statements. */
  FALSE_SIGNATURE,
  /** A doctor had no valid warrant when signing, or has none now. */
  NO_WARRANT,
  /** The patient withdrew the warrant of a doctor who has not signed. */
  WITHDRAWN,
  /** A doctor of the team was expelled from the chain. */
  EXPELLED,
  /** A text does not open under the group key or is not what was signed. */
  ALTERED_TEXT,
  /** The message cannot be read. */
  MALFORMED,
  /** The team changes: nobody signs until the chain has taken or refused that. */
  TEAM_CHANGING,
  /** A doctor of another hospital cannot or will not sign any more. */
  GAVE_UP,
  /** The hand-over is not the next one of the episode. */
  WRONG_STEP
}
