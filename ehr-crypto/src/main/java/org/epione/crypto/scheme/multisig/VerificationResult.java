package org.epione.crypto.scheme.multisig;

/** What a check of a chain of statements found; the first fault, in the order given here. */
public enum VerificationResult {
  /** Everything holds. */
  VALID,
  /** No statement, or fewer than the order has signers where all are needed. */
  INCOMPLETE,
  /** The statements name other signers, or another order, than was agreed. */
  WRONG_ORDER,
  /** A position is missing, twice, or not at its place. */
  WRONG_POSITION,
  /** A statement belongs to another episode. */
  WRONG_EPISODE,
  /** A statement is about another patient. */
  WRONG_PATIENT,
  /** A statement does not link to the one before it. */
  BROKEN_LINK,
  /** A statement is older than the one before it. */
  STALE_TIME,
  /** The aggregate is not made of exactly these signers' signatures on these statements. */
  BAD_SIGNATURE
}
