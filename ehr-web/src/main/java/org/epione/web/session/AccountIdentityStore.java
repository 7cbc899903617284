package org.epione.web.session;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.epione.account.boundary.SignIn;
import org.epione.account.boundary.SignedIn;

/** Lets the container ask the accounts whether a name and a password belong together. */
@ApplicationScoped
public class AccountIdentityStore implements IdentityStore {
  @EJB private SignIn signIn;
  @Inject private SignedInUser user;
  @Inject private PasswordSignIn attempt;
  @Inject private HttpServletRequest request;

  /** Checks the pair; on success the session has the person, with keys open. */
  public CredentialValidationResult validate(UsernamePasswordCredential credential) {
    char[] password = credential.getPassword().getValue();
    try {
      Optional<SignedIn> person =
          signIn.signIn(request.getRemoteAddr(), credential.getCaller(), password);
      person.ifPresent(user::become);
      return person
          .map(SignedIn::caller)
          .map(
              caller ->
                  new CredentialValidationResult(
                      caller.accountId().toString(), Set.of(caller.role().name())))
          .orElse(CredentialValidationResult.INVALID_RESULT);
    } catch (RuntimeException unanswered) {
      attempt.failed(unanswered);
      return CredentialValidationResult.INVALID_RESULT;
    } finally {
      Arrays.fill(password, '\0');
      credential.clear();
    }
  }
}
