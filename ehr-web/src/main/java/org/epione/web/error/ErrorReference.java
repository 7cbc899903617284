package org.epione.web.error;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Ties an error page to its line in the log by a random reference, so that the page shows neither
 * stack trace nor message.
 */
@Named
@RequestScoped
public class ErrorReference {
  private static final Logger LOG = Logger.getLogger(ErrorReference.class.getName());

  @Inject private HttpServletRequest request;

  private @Nullable String value;

  /** The reference; the first call in a request writes the failure to the log under it. */
  public String getValue() {
    if (value == null) {
      value = UUID.randomUUID().toString();
      Throwable failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
      LOG.log(Level.SEVERE, "Request failed, reference " + value, failure);
    }
    return value;
  }
}
