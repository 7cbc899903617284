package org.epione.ledger.connector.store;

/** What servers that are not ours do for logs. */
public enum OutsideService {
  /** A node of the network in which heads are anchored. */
  ANCHOR,
  /** A time stamp authority. */
  STAMP
}
