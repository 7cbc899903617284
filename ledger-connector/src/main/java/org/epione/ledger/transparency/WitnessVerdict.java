package org.epione.ledger.transparency;

/** What a witness makes of a head that a log offers; the names are codes in answers. */
public enum WitnessVerdict {
  /** It extends what was cosigned before: to be stored, then cosigned. */
  EXTENDS,
  /** It is what was cosigned last. */
  SAME,
  /** The proof begins at another size than that of the head which was cosigned last. */
  OTHER_SIZE,
  /** The head is of another log. */
  OTHER_LOG,
  /** The log has not signed it. */
  NOT_SIGNED,
  /** The consistency proof does not hold. */
  BAD_PROOF,
  /** The log signed it, and has signed before what contradicts it. */
  CONTRADICTION
}
