package org.epione.web.emergency;

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
import org.epione.emergency.boundary.EmergencyCaseView;
import org.epione.emergency.boundary.EmergencyCases;
import org.epione.web.input.Input;
import org.epione.web.input.Password;
import org.jspecify.annotations.Nullable;

/** Emergencies at the system manager, over REST; auditors look. */
@Path("emergency-cases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EmergencyCaseResource {

  /**
   * A decision, as a client sends it.
   *
   * @param password of whoever decides; not needed for a refusal
   */
  public record Decision(@Nullable String reason, @Nullable String password) {

    /** Without reason and password. */
    @Override
    public String toString() {
      return "Decision";
    }
  }

  @EJB private EmergencyCases cases;

  /** The latest, those that wait first. */
  @GET
  public List<EmergencyCaseView> cases() {
    return cases.cases();
  }

  /** Releases the share. */
  @POST
  @Path("{id}/release")
  public Response release(@PathParam("id") String id, @Nullable Decision body) {
    Decision decision = Input.body(body);
    Password.with(
        decision.password(), typed -> cases.release(id, Input.text(decision.reason()), typed));
    return Response.noContent().build();
  }

  /** Refuses. */
  @POST
  @Path("{id}/refusal")
  public Response refuse(@PathParam("id") String id, @Nullable Decision body) {
    cases.refuse(id, Input.text(Input.body(body).reason()));
    return Response.noContent().build();
  }
}
