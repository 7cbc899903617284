package org.epione.web.rest;

import jakarta.json.Json;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.epione.platform.error.ErrorCode;

/** Problem documents (RFC 9457), {@code application/problem+json}, with the stable error code. */
public final class Problem {
  private Problem() {}

  /** A response that says of a code what its text says, with the status that goes with it. */
  static Response of(ErrorCode code) {
    return of(code, code.text());
  }

  /** A response with a detail of its own, which says what to do. */
  static Response of(ErrorCode code, String detail) {
    return response(status(code), code.code(), code.text(), detail);
  }

  private static Status status(ErrorCode code) {
    return switch (code) {
      case NOT_SIGNED_IN, SIGN_IN_REFUSED, AGREEMENT_REFUSED, KEYS_CLOSED, CODE_NEEDED ->
          Status.UNAUTHORIZED;
      case ACCESS_DENIED,
          FOREIGN_REQUEST,
          WRONG_PASSWORD,
          CODE_REFUSED,
          SECOND_FACTOR_NEEDED,
          ACCOUNT_LOCKED,
          APPOINTMENT_LOCKED ->
          Status.FORBIDDEN;
      case NOT_FOUND -> Status.NOT_FOUND;
      case CHAIN_ARCHIVED, AGREEMENT_OVER -> Status.GONE;
      case INVALID_INPUT,
          WEAK_PASSWORD,
          REPORT_SCOPE_UNUSABLE,
          COMPLAINT_TEXT_UNUSABLE,
          AGREEMENT_MESSAGE,
          SLOT_UNFIT,
          VERIFIER_REFUSED ->
          Status.BAD_REQUEST;
      case TOO_MANY_ATTEMPTS -> Status.TOO_MANY_REQUESTS;
      case UNEXPECTED -> Status.INTERNAL_SERVER_ERROR;
      case NOT_RECORDED, DATABASE_AWAY -> Status.SERVICE_UNAVAILABLE;
      default -> Status.CONFLICT;
    };
  }

  /** A response of that status; {@code title} says what happened, {@code detail} what to do. */
  public static Response response(
      Response.StatusType status, String code, String title, String detail) {
    String document =
        Json.createObjectBuilder()
            .add("type", "about:blank")
            .add("status", status.getStatusCode())
            .add("code", code)
            .add("title", title)
            .add("detail", detail)
            .build()
            .toString();
    return Response.status(status).type("application/problem+json").entity(document).build();
  }
}
