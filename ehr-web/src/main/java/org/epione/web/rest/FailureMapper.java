package org.epione.web.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.epione.platform.database.ConnectionLoss;
import org.epione.platform.error.ErrorCode;
import org.epione.web.operations.Disturbance;

/**
 * Answers every other failure: the framework's own with their status, a database that is away as
 * such, all else as 500 with a reference that leads to the log. Nothing of the failure itself is
 * told.
 */
@Provider
@ApplicationScoped
public class FailureMapper implements ExceptionMapper<Exception> {
  private static final Logger LOG = Logger.getLogger(FailureMapper.class.getName());

  @Inject private Disturbance disturbance;

  @Override
  public Response toResponse(Exception failure) {
    if (failure instanceof WebApplicationException known) {
      Response.StatusType status = known.getResponse().getStatusInfo();
      return Problem.response(
          status,
          status.getStatusCode() == 404
              ? ErrorCode.NOT_FOUND.code()
              : ErrorCode.INVALID_INPUT.code(),
          status.getReasonPhrase(),
          "Correct the request as the documentation of the interface says, and send it again.");
    }
    // Asked second: it may have come back since.
    if (ConnectionLoss.isCauseOf(failure) || disturbance.isDatabaseAway()) {
      LOG.log(Level.WARNING, "Request failed because the database is away");
      return Problem.of(ErrorCode.DATABASE_AWAY);
    }
    String reference = UUID.randomUUID().toString();
    LOG.log(Level.SEVERE, "Request failed, reference " + reference, failure);
    return Problem.of(ErrorCode.UNEXPECTED, "Reference " + reference);
  }
}
