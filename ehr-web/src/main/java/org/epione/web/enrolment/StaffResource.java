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
import org.epione.account.boundary.Role;
import org.epione.enrolment.boundary.HospitalStaff;
import org.epione.enrolment.boundary.StaffView;
import org.epione.web.input.Input;
import org.jspecify.annotations.Nullable;

/** The registrars and doctors of the administrator's hospital. */
@Path("staff")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StaffResource {

  @EJB private HospitalStaff staff;

  /** Someone to invite. */
  public record NewMember(
      @Nullable String role, @Nullable String displayName, @Nullable String specialty) {}

  /** All of them. */
  @GET
  public List<StaffJson> all() {
    return staff.all().stream().map(member -> StaffJson.of(member, null)).toList();
  }

  /** Invites a registrar or a doctor; the answer has the activation code. */
  @POST
  public Response invite(@Nullable NewMember given) {
    NewMember member = Input.body(given);
    StaffView invited =
        staff.invite(
            Input.choice(Role.class, member.role()),
            Input.text(member.displayName()),
            Input.text(member.specialty()));
    InvitationJson invitation = InvitationJson.of(staff.activationCode(invited.accountId()));
    return Response.status(Response.Status.CREATED)
        .entity(StaffJson.of(invited, invitation))
        .build();
  }

  /** The activation code of someone who has not used it; 404 once used. */
  @GET
  @Path("{account}/invitation")
  public InvitationJson invitation(@PathParam("account") String account) {
    return InvitationJson.of(staff.activationCode(Input.account(account)));
  }

  /** A new activation code. */
  @POST
  @Path("{account}/invitation")
  public InvitationJson newInvitation(@PathParam("account") String account) {
    return InvitationJson.of(staff.newActivationCode(Input.account(account)));
  }

  /** Lets someone sign in again. */
  @POST
  @Path("{account}/unlock")
  public void unlock(@PathParam("account") String account) {
    staff.unlock(Input.account(account));
  }

  /** Takes the second factor from someone who has lost it. */
  @POST
  @Path("{account}/second-factor-reset")
  public void resetSecondFactor(@PathParam("account") String account) {
    staff.resetSecondFactor(Input.account(account));
  }
}
