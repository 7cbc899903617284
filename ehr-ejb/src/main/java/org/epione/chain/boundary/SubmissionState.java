package org.epione.chain.boundary;

/** Where a submitted record stands. */
public enum SubmissionState {
  /** On its way, or waiting for its block. */
  PENDING,
  /** On the chain. */
  FINAL,
  /** Refused. */
  REJECTED
}
