package org.epione.cloud.boundary;

/** How far a cloud is with a search. */
public enum SearchState {
  /** It goes on. */
  SEARCHING,
  /** All records were looked at. */
  DONE,
  /** It was not begun: the cloud searches as much for this hospital as it does at one time. */
  BUSY
}
