package org.epione.web.session;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.epione.account.boundary.Missing;
import org.epione.account.boundary.Sessions;
import org.epione.account.boundary.SignIn;
import org.epione.account.boundary.SignedIn;
import org.epione.web.input.Input;

/**
 * Lets the container ask the accounts whether a name and a password belong together, and whether a
 * code or a passkey is one of whoever gave the password in this session.
 */
@ApplicationScoped
public class AccountIdentityStore implements IdentityStore {

  @EJB private SignIn signIn;
  @EJB private Sessions sessions;
  @Inject private SignedInUser user;
  @Inject private PasswordSignIn attempt;
  @Inject private HttpServletRequest request;

  /**
   * Checks what is offered; where nothing is missing afterwards, the session has the person, with
   * keys open. Where a code is missing, the session has nobody yet, and the answer is that it is
   * not valid.
   */
  @Override
  public CredentialValidationResult validate(Credential credential) {
    if (credential instanceof UsernamePasswordCredential pair) {
      return validate(pair);
    }
    if (credential instanceof CodeCredential code) {
      return answered(() -> confirmed(code));
    }
    return credential instanceof PasskeyCredential passkey
        ? answered(() -> confirmed(passkey))
        : CredentialValidationResult.NOT_VALIDATED_RESULT;
  }

  private CredentialValidationResult validate(UsernamePasswordCredential credential) {
    char[] password = credential.getPassword().getValue();
    try {
      return answered(
          () -> {
            user.forgetWaiting();
            return signIn.signIn(request.getRemoteAddr(), credential.getCaller(), password);
          });
    } finally {
      Arrays.fill(password, '\0');
      credential.clear();
    }
  }

  private void begin(SignedIn person) {
    sessions.begin(person, request.getRemoteAddr(), Input.text(request.getHeader("User-Agent")));
  }

  private Optional<SignedIn> confirmed(CodeCredential code) {
    return user.waiting()
        .flatMap(each -> signIn.confirm(request.getRemoteAddr(), each, code.code()));
  }

  private Optional<SignedIn> confirmed(PasskeyCredential passkey) {
    return user.waiting()
        .flatMap(each -> signIn.confirmByPasskey(request.getRemoteAddr(), each, passkey.answer()));
  }

  private CredentialValidationResult answered(Supplier<Optional<SignedIn>> ask) {
    try {
      Optional<SignedIn> person = ask.get();
      Optional<SignedIn> whole = person.filter(each -> each.missing() != Missing.CODE);
      whole.ifPresent(this::begin);
      person.ifPresent(user::become);
      return whole
          .map(
              each ->
                  new CredentialValidationResult(
                      each.caller().accountId().toString(), SessionAuthentication.roles(each)))
          .orElse(CredentialValidationResult.INVALID_RESULT);
    } catch (RuntimeException unanswered) {
      attempt.failed(unanswered);
      return CredentialValidationResult.INVALID_RESULT;
    }
  }
}
