package org.epione.web.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/** Answers refusals of the boundaries as problem documents. */
@Provider
public class RefusalMapper implements ExceptionMapper<RefusedException> {
  @Override
  public Response toResponse(RefusedException refusal) {
    return Problem.response(
        status(refusal.code()),
        refusal.code().code(),
        refusal.code().text(),
        refusal.detail().isEmpty() ? refusal.code().text() : refusal.detail());
  }

  private static Status status(ErrorCode code) {
    return switch (code) {
      case NOT_SIGNED_IN, SIGN_IN_REFUSED, KEYS_CLOSED -> Status.UNAUTHORIZED;
      case ACCESS_DENIED, FOREIGN_REQUEST, WRONG_PASSWORD -> Status.FORBIDDEN;
      case NOT_FOUND -> Status.NOT_FOUND;
      case INVALID_INPUT, WEAK_PASSWORD -> Status.BAD_REQUEST;
      case UNEXPECTED -> Status.INTERNAL_SERVER_ERROR;
      case NOT_RECORDED, DATABASE_AWAY -> Status.SERVICE_UNAVAILABLE;
      default -> Status.CONFLICT;
    };
  }
}
