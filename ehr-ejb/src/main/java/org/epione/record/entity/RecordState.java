package org.epione.record.entity;

/** Where a finished record stands on its way to cloud and chain. */
public enum RecordState {
  /** Sent to the cloud, no answer yet. */
  STORING,
  /** The cloud stored it; the diagnosis is on its way to the chain. */
  SUBMITTED,
  /** The diagnosis is on the chain; the cloud's receipt is on its way there. */
  ATTESTING,
  /** Diagnosis and receipt are on the chain. */
  FINAL,
  /** The cloud or the chain refused it. */
  REJECTED
}
