package org.epione.web.team;

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
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.team.boundary.EpisodeDesk;
import org.epione.team.boundary.EpisodeRow;
import org.epione.team.boundary.EpisodeView;
import org.epione.team.boundary.OpenEpisode;
import org.jspecify.annotations.Nullable;

/** Registrars open and follow episodes. */
@Path("episodes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EpisodeResource {

  @EJB private EpisodeDesk desk;

  /** Opens an episode; it then waits for the patient's warrants. */
  @POST
  public Response open(@Nullable OpenEpisode order) {
    if (order == null
        || order.patientId() == null
        || order.complaint() == null
        || order.symptomCode() == null
        || order.doctors() == null) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT, "patientId, complaint, symptomCode and doctors are needed.");
    }
    return Response.status(Response.Status.CREATED).entity(desk.open(order)).build();
  }

  /**
   * A team for a treatment that goes on.
   *
   * @param doctors account ids in the order of signing
   */
  public record Team(@Nullable List<String> doctors) {}

  /** Opens the episode in which a treatment goes on that lost a doctor to expulsion. */
  @POST
  @Path("{id}/follow-up")
  public Response followUp(@PathParam("id") String id, @Nullable Team team) {
    if (team == null || team.doctors() == null) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "doctors are needed.");
    }
    return Response.status(Response.Status.CREATED)
        .entity(desk.followUp(id, team.doctors()))
        .build();
  }

  /** The hospital's episodes, latest first. */
  @GET
  public List<EpisodeRow> all() {
    return desk.episodes();
  }

  /** One episode. */
  @GET
  @Path("{id}")
  public EpisodeView one(@PathParam("id") String id) {
    return desk.episode(id);
  }
}
