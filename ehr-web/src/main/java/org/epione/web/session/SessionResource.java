package org.epione.web.session;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import org.epione.account.boundary.Accounts;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.jspecify.annotations.Nullable;

/** Signing in and out over REST, and activating an account with a one-time code. */
@Path("session")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SessionResource {
  @Inject private PasswordSignIn attempt;
  @Inject private SignedInUser user;
  @EJB private Accounts accounts;
  @Context private HttpServletRequest request;
  @Context private HttpServletResponse response;

  /**
   * What a client sends to sign in.
   *
   * @param code of the second factor, or a recovery code, where the account has one
   */
  public record Credentials(String userName, String password, @Nullable String code) {

    /** Without password and code. */
    @Override
    public String toString() {
      return "Credentials";
    }
  }

  /** What a client sends to activate an account. */
  public record Activation(String code, String userName, String password) {}

  /** Who is signed in. */
  public record Person(
      String accountId, String userName, String displayName, String role, String party) {}

  /** Who is signed in; also keeps the session alive. */
  @GET
  public Person current() {
    return person().orElseThrow(() -> new RefusedException(ErrorCode.NOT_SIGNED_IN));
  }

  /** Signs in; the answer sets the session cookie. */
  @POST
  public Person signIn(Credentials credentials) {
    if (credentials == null || credentials.userName() == null || credentials.password() == null) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "userName and password are needed.");
    }
    if (!attempt.signIn(request, response, credentials.userName(), credentials.password())) {
      if (user.waiting().isEmpty()) {
        throw new RefusedException(ErrorCode.SIGN_IN_REFUSED);
      }
      confirm(credentials.code());
    }
    return person().orElseThrow(() -> new RefusedException(ErrorCode.SIGN_IN_REFUSED));
  }

  /** Password and code come in one request: nothing of half a sign-in is left behind. */
  private void confirm(@Nullable String code) {
    try {
      if (code == null) {
        throw new RefusedException(ErrorCode.CODE_NEEDED);
      }
      if (!attempt.confirm(request, response, code)) {
        throw new RefusedException(ErrorCode.CODE_REFUSED);
      }
    } finally {
      user.forgetWaiting();
    }
  }

  /** Signs out and ends the session. */
  @DELETE
  public Response signOut() throws ServletException {
    user.leave();
    request.logout();
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    return Response.noContent().build();
  }

  /** Turns a one-time code into an account with a user name and a password. */
  @POST
  @Path("activation")
  public Response activate(Activation activation) {
    if (activation == null
        || activation.code() == null
        || activation.userName() == null
        || activation.password() == null) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT, "code, userName and password are needed.");
    }
    char[] password = activation.password().toCharArray();
    try {
      accounts.activate(
          request.getRemoteAddr(), activation.code(), activation.userName(), password);
    } finally {
      Arrays.fill(password, '\0');
    }
    return Response.noContent().build();
  }

  private Optional<Person> person() {
    return user.person()
        .map(
            signedIn ->
                new Person(
                    signedIn.caller().accountId().toString(),
                    signedIn.caller().userName(),
                    signedIn.caller().displayName(),
                    signedIn.caller().role().name(),
                    signedIn.caller().party().value()));
  }
}
