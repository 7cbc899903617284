package org.epione.web.shell;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Headers on every answer that keep browsers from guessing types, framing pages, leaking addresses
 * and storing what patients' pages show. The content security policy of pages is set by the page
 * framework, with a nonce of its own for each.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SecurityHeaders implements Filter {
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (response instanceof HttpServletResponse answer
        && request instanceof HttpServletRequest asked) {
      answer.setHeader("X-Content-Type-Options", "nosniff");
      answer.setHeader("X-Frame-Options", "DENY");
      answer.setHeader("Referrer-Policy", "no-referrer");
      answer.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
      answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
      if (!asked.getRequestURI().contains("/jakarta.faces.resource/")) {
        answer.setHeader("Cache-Control", "no-store");
      }
    }
    chain.doFilter(request, response);
  }
}
