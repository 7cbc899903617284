package org.epione.ledger.connector.http;

/** A server that is not ours did not answer, or not within what it may take. */
public final class OutsideException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Says what happened, without the server's address, which may hold a key. */
  public OutsideException(String what) {
    super(what);
  }
}
