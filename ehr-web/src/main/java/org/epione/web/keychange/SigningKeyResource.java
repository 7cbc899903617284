package org.epione.web.keychange;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.epione.keychange.boundary.MySigningKey;
import org.epione.keychange.boundary.SigningKeyView;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.web.input.Input;
import org.epione.web.input.Password;
import org.jspecify.annotations.Nullable;

/** A doctor's key to sign with. */
@Path("signing-key")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SigningKeyResource {

  @EJB private MySigningKey key;

  /**
   * What a client sends to change the key.
   *
   * @param fingerprint of the key that is to be changed
   */
  public record Change(@Nullable String fingerprint, @Nullable String password) {

    /** Without what is in it. */
    @Override
    public String toString() {
      return "Change";
    }
  }

  /** Her key, and what became of its last change. */
  @GET
  public SigningKeyView mine() {
    return key.mine().orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  /** Changes it; the new one is used once that is on the chain. */
  @POST
  @Path("change")
  public Response change(@Nullable Change body) {
    Change given = Input.body(body);
    String shown = Input.needed(given.fingerprint(), "fingerprint");
    SigningKeyView view = Password.use(given.password(), copy -> key.change(shown, copy));
    return Response.accepted(view).build();
  }
}
