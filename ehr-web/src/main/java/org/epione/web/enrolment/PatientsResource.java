package org.epione.web.enrolment;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.epione.enrolment.boundary.PatientRegistry;
import org.epione.enrolment.boundary.PatientView;
import org.epione.web.input.Input;
import org.jspecify.annotations.Nullable;

/** The patients of the registrar's hospital. */
@Path("patients")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PatientsResource {

  @EJB private PatientRegistry registry;

  /** What to search for: in a body, because a name in an address ends in logs. */
  public record Search(@Nullable String query) {}

  /** Who was registered or changed last. */
  @GET
  public List<PatientJson> last() {
    return found("");
  }

  /** Patients that fit a search. */
  @POST
  @Path("search")
  public List<PatientJson> search(@Nullable Search search) {
    return found(Input.needed(Input.body(search).query(), "query"));
  }

  private List<PatientJson> found(String query) {
    return registry.find(query).stream().map(PatientJson::of).toList();
  }

  /** One patient. */
  @GET
  @Path("{id}")
  public PatientJson one(@PathParam("id") String id) {
    return PatientJson.of(registry.patient(Input.patient(id)));
  }

  /**
   * Registers a patient.
   *
   * @param anotherPerson true: register although one of that name and birth date is known
   */
  @POST
  public Response register(
      @Nullable PatientForm form,
      @HeaderParam("X-Epione-Another-Person") @DefaultValue("false") boolean anotherPerson) {
    PatientView made = registry.register(Input.body(form).details(), anotherPerson);
    return Response.status(Response.Status.CREATED).entity(PatientJson.of(made)).build();
  }

  /** Replaces a patient's data; the body has the version that was changed. */
  @PUT
  @Path("{id}")
  public PatientJson update(@PathParam("id") String id, @Nullable PatientForm form) {
    PatientForm given = Input.body(form);
    return PatientJson.of(
        registry.update(Input.patient(id), given.details(), given.versionOrNone()));
  }

  /** The activation code of a patient who has not used it; 404 once used. */
  @GET
  @Path("{id}/invitation")
  public InvitationJson invitation(@PathParam("id") String id) {
    return InvitationJson.of(registry.activationCode(Input.patient(id)));
  }

  /** A new activation code. */
  @POST
  @Path("{id}/invitation")
  public InvitationJson newInvitation(@PathParam("id") String id) {
    return InvitationJson.of(registry.newActivationCode(Input.patient(id)));
  }

  /** Lets a patient sign in again. */
  @POST
  @Path("{id}/unlock")
  public void unlock(@PathParam("id") String id) {
    registry.unlock(Input.patient(id));
  }

  /** Takes the second factor from someone who has lost it. */
  @POST
  @Path("{id}/second-factor-reset")
  public void resetSecondFactor(@PathParam("id") String id) {
    registry.resetSecondFactor(Input.patient(id));
  }
}
