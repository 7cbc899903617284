package org.epione.ledger.transparency;

/** Text that is not a signed note, checkpoint or proof; the message says why and quotes nothing. */
public final class MalformedNoteException extends RuntimeException {

  MalformedNoteException(String message) {
    super(message);
  }
}
