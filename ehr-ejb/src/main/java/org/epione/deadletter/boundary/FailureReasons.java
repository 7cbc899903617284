package org.epione.deadletter.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.epione.crypto.transcript.Digest;
import org.epione.platform.error.ErrorCode;

/**
 * Why messages could not be handled, noted by whoever tried, so that it can be shown when a message
 * ends among the failed ones. The link between the two is the digest of the message's bytes.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FailureReasons {

  private static final Logger LOG = Logger.getLogger(FailureReasons.class.getName());
  private static final int LONGEST = 1000;

  @EJB private FailureNotes notes;

  /**
   * Notes a failure. The exception's own text is shown to an administrator if it is a business
   * exception; of any other only its class, since its text may hold anything. Does not throw: the
   * failure itself must reach the broker.
   */
  public void note(byte[] message, Exception failure) {
    note(message, reason(failure));
  }

  /** Notes a failure with a reason of one sentence, without data of a patient. */
  public void note(byte[] message, String reason) {
    String digest = Digest.of(message).hex();
    String shown = reason.length() > LONGEST ? reason.substring(0, LONGEST) : reason;
    LOG.log(
        Level.WARNING,
        () ->
            ErrorCode.MESSAGE_REJECTED.code()
                + " message "
                + digest.substring(0, 16)
                + " was not handled: "
                + shown);
    try {
      notes.write(digest, shown);
    } catch (RuntimeException databaseAway) {
      LOG.log(Level.WARNING, "the reason could not be kept", databaseAway);
    }
  }

  private static String reason(Exception failure) {
    boolean business =
        failure.getClass().isAnnotationPresent(jakarta.ejb.ApplicationException.class);
    if (business) {
      String text = failure.getMessage();
      return text == null ? failure.getClass().getSimpleName() : text;
    }
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return "could not be handled for now: " + root.getClass().getName();
  }
}
