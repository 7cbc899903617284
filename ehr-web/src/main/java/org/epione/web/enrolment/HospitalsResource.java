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
import java.time.Instant;
import java.util.List;
import org.epione.enrolment.boundary.HospitalView;
import org.epione.enrolment.boundary.Hospitals;
import org.epione.web.input.Input;
import org.jspecify.annotations.Nullable;

/** The system manager's hospitals. */
@Path("hospitals")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class HospitalsResource {

  @EJB private Hospitals hospitals;

  /** A hospital to add. */
  public record NewHospital(
      @Nullable String code, @Nullable String name, @Nullable String administratorName) {}

  /** Why an application is refused. */
  public record Refusal(@Nullable String reason) {}

  /**
   * A hospital.
   *
   * @param chainHeight absent until its chain exists here
   */
  public record HospitalJson(
      String code,
      String name,
      String administratorName,
      String state,
      String pid,
      boolean hosted,
      @Nullable Long chainHeight,
      String applied,
      @Nullable String decided,
      String refusal) {

    static HospitalJson of(HospitalView view) {
      return new HospitalJson(
          view.code().value(),
          view.name(),
          view.administratorName(),
          view.state().name(),
          view.pid(),
          view.hosted(),
          view.chainHeight().isPresent() ? (Long) view.chainHeight().getAsLong() : null,
          view.applied().toString(),
          view.decided().map(Instant::toString).orElse(null),
          view.refusal());
    }
  }

  /** All hospitals. */
  @GET
  public List<HospitalJson> all() {
    return hospitals.all().stream().map(HospitalJson::of).toList();
  }

  /** One hospital. */
  @GET
  @Path("{code}")
  public HospitalJson one(@PathParam("code") String code) {
    return HospitalJson.of(hospitals.hospital(Input.party(code)));
  }

  /** Adds a hospital that this server hosts. */
  @POST
  public Response add(@Nullable NewHospital given) {
    NewHospital hospital = Input.body(given);
    HospitalView added =
        hospitals.add(
            Input.text(hospital.code()),
            Input.text(hospital.name()),
            Input.text(hospital.administratorName()));
    return Response.status(Response.Status.CREATED).entity(HospitalJson.of(added)).build();
  }

  /** Admits a hospital that applied from elsewhere. */
  @POST
  @Path("{code}/admission")
  public HospitalJson admit(@PathParam("code") String code) {
    return HospitalJson.of(hospitals.admit(Input.party(code)));
  }

  /** Refuses a hospital that applied from elsewhere. */
  @POST
  @Path("{code}/refusal")
  public HospitalJson refuse(@PathParam("code") String code, @Nullable Refusal refusal) {
    return HospitalJson.of(
        hospitals.refuse(Input.party(code), Input.text(Input.body(refusal).reason())));
  }

  /** The activation code of the hospital's administrator; 404 once used. */
  @GET
  @Path("{code}/invitation")
  public InvitationJson invitation(@PathParam("code") String code) {
    return InvitationJson.of(hospitals.administratorCode(Input.party(code)));
  }

  /** A new activation code for the hospital's administrator. */
  @POST
  @Path("{code}/invitation")
  public InvitationJson newInvitation(@PathParam("code") String code) {
    return InvitationJson.of(hospitals.newAdministratorCode(Input.party(code)));
  }

  /** Lets the hospital's administrator sign in again. */
  @POST
  @Path("{code}/unlock")
  public void unlock(@PathParam("code") String code) {
    hospitals.unlockAdministrator(Input.party(code));
  }

  /** Takes the second factor from someone who has lost it. */
  @POST
  @Path("{code}/second-factor-reset")
  public void resetSecondFactor(@PathParam("code") String code) {
    hospitals.resetAdministratorsSecondFactor(Input.party(code));
  }
}
