package org.epione.web.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.epione.platform.error.RefusedException;

/** Answers refusals of the boundaries as problem documents. */
@Provider
public class RefusalMapper implements ExceptionMapper<RefusedException> {
  @Override
  public Response toResponse(RefusedException refusal) {
    Response told =
        refusal.detail().isEmpty()
            ? Problem.of(refusal.code())
            : Problem.of(refusal.code(), refusal.detail());
    return refusal
        .retryAfter()
        .map(
            wait ->
                Response.fromResponse(told)
                    .header(HttpHeaders.RETRY_AFTER, wait.toSeconds())
                    .build())
        .orElse(told);
  }
}
