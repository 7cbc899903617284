package org.epione.web.rest;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.epione.platform.error.ErrorCode;
import org.epione.web.session.SignedInUser;

/**
 * Answers what a boundary denies to a role: 401 to strangers, 403 to people of another role, and to
 * those who have to set up a second factor first.
 */
@Provider
@ApplicationScoped
public class DenialMapper implements ExceptionMapper<EJBAccessException> {
  @Context private HttpServletRequest request;
  @Inject private SignedInUser user;

  @Override
  public Response toResponse(EJBAccessException denial) {
    if (request.getUserPrincipal() == null) {
      return Problem.of(ErrorCode.NOT_SIGNED_IN);
    }
    return Problem.of(
        user.isEnrolling() ? ErrorCode.SECOND_FACTOR_NEEDED : ErrorCode.ACCESS_DENIED);
  }
}
