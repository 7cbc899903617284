package org.epione.web.account;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.epione.account.boundary.AccountEventView;
import org.epione.account.boundary.Enrolment;
import org.epione.account.boundary.SecondFactor;
import org.epione.account.boundary.SecondFactorView;
import org.epione.web.input.Input;
import org.epione.web.input.Password;
import org.epione.web.session.SignedInUser;
import org.jspecify.annotations.Nullable;

/** The calling person's own second factor, of any role, over REST. */
@Path("session/second-factor")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SecondFactorResource {

  @EJB private SecondFactor factor;
  @Inject private SignedInUser user;

  /** What proves that it is she who changes it. */
  public record Proof(@Nullable String password, @Nullable String code) {

    /** Without password and code. */
    @Override
    public String toString() {
      return "Proof";
    }
  }

  /** Whether there is one. */
  @GET
  public SecondFactorView mine() {
    return factor.mine();
  }

  /** What happened to the protection of the account, the latest first. */
  @GET
  @Path("events")
  public List<AccountEventView> events() {
    return factor.events();
  }

  /** Begins to set one up; the answer has the key. */
  @POST
  public Enrolment begin(@Nullable Proof body) {
    return Password.use(Input.body(body).password(), factor::begin);
  }

  /** Confirms it by a first code; the answer has the recovery codes. */
  @POST
  @Path("confirmation")
  public List<String> confirm(@Nullable Proof body) {
    List<String> codes = factor.confirm(Input.text(Input.body(body).code()));
    user.completeEnrolment();
    return codes;
  }

  /** Other recovery codes. */
  @POST
  @Path("recovery-codes")
  public List<String> renew(@Nullable Proof body) {
    Proof proof = Input.body(body);
    return Password.use(
        proof.password(), typed -> factor.renewRecoveryCodes(typed, Input.text(proof.code())));
  }

  /** Switches it off. */
  @POST
  @Path("removal")
  public Response remove(@Nullable Proof body) {
    Proof proof = Input.body(body);
    Password.of(
        new Password(proof.password()), typed -> factor.remove(typed, Input.text(proof.code())));
    return Response.noContent().build();
  }
}
