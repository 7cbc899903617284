package org.epione.web.rest;

import jakarta.json.Json;
import jakarta.ws.rs.core.Response;

/** Problem documents (RFC 9457), {@code application/problem+json}, with the stable error code. */
public final class Problem {
  private Problem() {}

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
