package org.epione.web.rest;

import jakarta.ejb.EJBAccessException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.epione.platform.error.ErrorCode;

/** Answers what a boundary denies to a role: 401 to strangers, 403 to people of another role. */
@Provider
public class DenialMapper implements ExceptionMapper<EJBAccessException> {
  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(EJBAccessException denial) {
    boolean stranger = request.getUserPrincipal() == null;
    return Problem.of(stranger ? ErrorCode.NOT_SIGNED_IN : ErrorCode.ACCESS_DENIED);
  }
}
