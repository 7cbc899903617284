package org.epione.web.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to sign in, through the container. What keeps the accounts from looking at it, such
 * as a database that is away or too many attempts before, would be "not authenticated" to the
 * container; it is carried around it, so that nobody is told that a right password is wrong.
 */
@RequestScoped
public class PasswordSignIn {
  @Inject SecurityContext security;

  private @Nullable RuntimeException failure;

  /**
   * Whether name and password belong together; then the session has the person and a new id.
   *
   * @throws RuntimeException what kept the accounts from looking
   */
  boolean signIn(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable String userName,
      @Nullable String password) {
    return authenticate(request, response, new UsernamePasswordCredential(userName, password));
  }

  /**
   * Whether the code is one of the second factor of whoever gave the password in this session; then
   * the session has the person and a new id.
   *
   * @throws RuntimeException what kept the accounts from looking
   */
  boolean confirm(HttpServletRequest request, HttpServletResponse response, String code) {
    return authenticate(request, response, new CodeCredential(code));
  }

  /**
   * Whether a passkey of whoever gave the password in this session has answered; then the session
   * has the person and a new id.
   *
   * @throws RuntimeException what kept the accounts from looking
   */
  boolean confirmByPasskey(
      HttpServletRequest request, HttpServletResponse response, String answer) {
    return authenticate(request, response, new PasskeyCredential(answer));
  }

  private boolean authenticate(
      HttpServletRequest request, HttpServletResponse response, Credential credential) {
    failure = null;
    AuthenticationStatus status =
        security.authenticate(
            request, response, AuthenticationParameters.withParams().credential(credential));
    RuntimeException unanswered = failure;
    if (unanswered != null) {
      throw unanswered;
    }
    if (status != AuthenticationStatus.SUCCESS) {
      return false;
    }
    request.changeSessionId();
    return true;
  }

  /** The accounts did not look. */
  void failed(RuntimeException failure) {
    this.failure = failure;
  }
}
