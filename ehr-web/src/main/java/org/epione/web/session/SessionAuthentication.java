package org.epione.web.session;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.epione.account.boundary.Missing;
import org.epione.account.boundary.Sessions;
import org.epione.account.boundary.SignedIn;

/**
 * Tells the container with every request who is calling and in which role: whoever offers a right
 * password, else the person of the session. Protected pages send everyone else to sign-in, and from
 * there on to where they wanted to go; and who has to set up a second factor, to its page.
 *
 * <p>The role is told each time. The container's own way ({@code @AutoApplySession}, and the
 * mechanisms that have it built in) repeats the name alone and leaves it to the server to remember
 * the role; Payara 6 loses it when requests meet (payara/Payara#6145, #7928), and people were then
 * told that they may not do what they may.
 */
@ApplicationScoped
public class SessionAuthentication implements HttpAuthenticationMechanism {
  private static final String SIGN_IN = "/sign-in.xhtml";
  private static final String ENROLMENT = "/account/second-factor.xhtml";

  @Inject IdentityStoreHandler accounts;
  @Inject SignedInUser user;
  @Inject WantedPage wanted;
  @EJB Sessions sessions;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Credential offered = context.getAuthParameters().getCredential();
    if (offered != null && !isRight(offered)) {
      return AuthenticationStatus.SEND_FAILURE;
    }
    Optional<SignedIn> person = person(request);
    if (person.isPresent()) {
      // Whoever has just given a password is answered by what asked for it.
      if (offered == null && isHeldBack(person.get(), request, context)) {
        return context.redirect(request.getContextPath() + ENROLMENT);
      }
      return context.notifyContainerAboutLogin(
          person.get().caller().accountId().toString(), roles(person.get()));
    }
    if (context.isProtected()) {
      wanted.remember(request);
      return context.redirect(request.getContextPath() + SIGN_IN);
    }
    return context.doNothing();
  }

  /** Asks the accounts; where the password is right, the session has the person afterwards. */
  private boolean isRight(Credential offered) {
    return accounts.validate(offered).getStatus() == CredentialValidationResult.Status.VALID;
  }

  /** The role; none before the second factor that it needs is set up. */
  static Set<String> roles(SignedIn person) {
    return person.missing() == Missing.NOTHING ? Set.of(person.caller().role().name()) : Set.of();
  }

  private static boolean isHeldBack(
      SignedIn person, HttpServletRequest request, HttpMessageContext context) {
    return person.missing() != Missing.NOTHING
        && context.isProtected()
        && !request.getRequestURI().equals(request.getContextPath() + ENROLMENT);
  }

  private Optional<SignedIn> person(HttpServletRequest request) {
    // Asking for the person would begin a session for every stranger.
    Optional<SignedIn> person =
        request.getSession(false) == null ? Optional.empty() : user.person();
    if (person.filter(each -> !sessions.use(each.keys())).isPresent()) {
      // Ended from elsewhere.
      user.leave();
      return Optional.empty();
    }
    return person;
  }
}
