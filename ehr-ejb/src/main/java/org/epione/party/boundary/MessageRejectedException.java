package org.epione.party.boundary;

import jakarta.ejb.ApplicationException;

/**
 * A message that cannot be accepted: forged, malformed, for another party, or against the rules.
 * Nothing of it was applied. The reason is shown to the administrator under failed messages: no
 * secret, and no data of a patient in it.
 */
@ApplicationException(rollback = true)
public final class MessageRejectedException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Rejects with a reason of one sentence. */
  public MessageRejectedException(String reason) {
    super(reason);
  }

  /** Rejects with a reason, because of another failure. */
  public MessageRejectedException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
