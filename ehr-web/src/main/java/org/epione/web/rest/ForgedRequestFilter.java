package org.epione.web.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.epione.platform.error.ErrorCode;

/**
 * Refuses requests that change something and do not carry the header {@code X-Epione-Request}: a
 * page of another origin cannot set it without a CORS permission, which is never given. The session
 * cookie is {@code SameSite=Strict} besides.
 */
@Provider
@PreMatching
public class ForgedRequestFilter implements ContainerRequestFilter {
  static final String HEADER = "X-Epione-Request";
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  public void filter(ContainerRequestContext request) {
    if (!SAFE.contains(request.getMethod()) && request.getHeaderString(HEADER) == null) {
      request.abortWith(Problem.of(ErrorCode.FOREIGN_REQUEST));
    }
  }
}
