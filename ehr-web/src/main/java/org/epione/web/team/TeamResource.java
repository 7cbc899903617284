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
import java.util.List;
import java.util.Optional;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.team.boundary.EpisodeView;
import org.epione.team.boundary.TeamDesk;
import org.epione.team.boundary.TeamEdit;
import org.epione.web.input.Input;
import org.jspecify.annotations.Nullable;

/** Teams at work, and proposals to change them. */
@Path("teams")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TeamResource {

  @EJB private TeamDesk desk;

  /**
   * What is proposed.
   *
   * @param place from 1, not signed yet
   * @param leaveOut whether the doctor there is not to sign any more
   * @param doctor account id of who is to sign there
   * @param reason for patient and team
   */
  public record Proposal(
      @Nullable Integer place,
      @Nullable Boolean leaveOut,
      @Nullable String doctor,
      @Nullable String reason) {}

  /** The teams at work that the caller leads. */
  @GET
  public List<EpisodeView> led() {
    return desk.led();
  }

  /** Proposes a change to the patient. */
  @POST
  @Path("{episode}/change")
  public EpisodeView propose(@PathParam("episode") String episode, @Nullable Proposal proposal) {
    Proposal given = Input.body(proposal);
    Integer place = given.place();
    if (place == null) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "place is needed.");
    }
    return desk.propose(
        episode,
        new TeamEdit(
            place, Boolean.TRUE.equals(given.leaveOut()), Optional.ofNullable(given.doctor())),
        Input.text(given.reason()));
  }

  /** Takes back what is proposed. */
  @POST
  @Path("{episode}/change/withdrawal")
  public EpisodeView takeBack(@PathParam("episode") String episode) {
    return desk.takeBack(episode);
  }
}
