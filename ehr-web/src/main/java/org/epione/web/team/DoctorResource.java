package org.epione.web.team;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.epione.team.boundary.DoctorChoice;
import org.epione.team.boundary.EpisodeDesk;

/** The doctors whom a registrar can put into a team. */
@Path("doctors")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DoctorResource {

  @EJB private EpisodeDesk desk;

  /** A doctor in good standing. */
  public record Choice(
      String accountId, String displayName, String specialty, int credit, Instant certifiedUntil) {

    private static Choice of(DoctorChoice doctor) {
      return new Choice(
          doctor.account().toString(),
          doctor.name(),
          doctor.specialty(),
          doctor.credit(),
          doctor.certifiedUntil());
    }
  }

  /** By name. */
  @GET
  public List<Choice> all() {
    return desk.doctors().stream().map(Choice::of).toList();
  }
}
