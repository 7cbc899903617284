package org.epione.web.enrolment;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.epione.enrolment.boundary.Auditors;
import org.epione.enrolment.boundary.StaffView;
import org.epione.web.input.Input;
import org.jspecify.annotations.Nullable;

/** The system manager's auditors. */
@Path("auditors")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AuditorsResource {

  @EJB private Auditors auditors;

  /** Someone to invite. */
  public record NewAuditor(@Nullable String displayName) {}

  /** All of them. */
  @GET
  public List<StaffJson> all() {
    return auditors.all().stream().map(auditor -> StaffJson.of(auditor, null)).toList();
  }

  /** Invites an auditor; the answer has the activation code. */
  @POST
  public Response invite(@Nullable NewAuditor given) {
    StaffView invited = auditors.invite(Input.text(Input.body(given).displayName()));
    InvitationJson invitation = InvitationJson.of(auditors.activationCode(invited.accountId()));
    return Response.status(Response.Status.CREATED)
        .entity(StaffJson.of(invited, invitation))
        .build();
  }

  /** The activation code of an auditor who has not used it; 404 once used. */
  @GET
  @Path("{account}/invitation")
  public InvitationJson invitation(@PathParam("account") String account) {
    return InvitationJson.of(auditors.activationCode(Input.account(account)));
  }

  /** A new activation code. */
  @POST
  @Path("{account}/invitation")
  public InvitationJson newInvitation(@PathParam("account") String account) {
    return InvitationJson.of(auditors.newActivationCode(Input.account(account)));
  }

  /** Lets an auditor sign in again. */
  @POST
  @Path("{account}/unlock")
  public void unlock(@PathParam("account") String account) {
    auditors.unlock(Input.account(account));
  }

  /** Takes the second factor from someone who has lost it. */
  @POST
  @Path("{account}/second-factor-reset")
  public void resetSecondFactor(@PathParam("account") String account) {
    auditors.resetSecondFactor(Input.account(account));
  }
}
