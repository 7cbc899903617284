package org.epione.web.recovery;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.epione.recovery.boundary.LostPasswords;
import org.epione.web.input.Input;
import org.epione.web.input.Password;
import org.jspecify.annotations.Nullable;

/** What a person does over REST who has lost her password; nobody is signed in. */
@Path("session/lost-password")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LostPasswordResource {

  @EJB private LostPasswords passwords;
  @Context private HttpServletRequest request;

  /** Whose password is lost. */
  public record Lost(@Nullable String userName) {}

  /** Another password, with the reset code. */
  public record Replacement(@Nullable String code, @Nullable String password) {

    /** Without code and password. */
    @Override
    public String toString() {
      return "Replacement";
    }
  }

  /** Says that a password is lost; answers the same for a name that nobody has. */
  @POST
  public Response ask(@Nullable Lost body) {
    passwords.ask(request.getRemoteAddr(), Input.needed(Input.body(body).userName(), "userName"));
    return Response.accepted().build();
  }

  /** Sets another password. */
  @POST
  @Path("replacement")
  public Response complete(@Nullable Replacement body) {
    Replacement given = Input.body(body);
    Password.of(
        new Password(given.password()),
        typed -> passwords.complete(request.getRemoteAddr(), Input.text(given.code()), typed));
    return Response.noContent().build();
  }
}
