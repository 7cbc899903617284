package org.epione.cloud.boundary;

/** What looking at a stored ciphertext showed. */
public enum Finding {
  /** The file is there and its digest, computed afresh, is the expected one. */
  INTACT,
  /** The cloud said it stored it, and the file is gone. */
  MISSING,
  /** The file is there with other content. */
  ALTERED,
  /** This cloud never said it stored it. */
  UNKNOWN
}
