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
import org.epione.emergency.boundary.EmergencyDesk;
import org.epione.emergency.boundary.EmergencyView;
import org.epione.web.input.Password;
import org.jspecify.annotations.Nullable;

/** A second person confirms an emergency, over REST. */
@Path("emergencies-to-confirm")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EmergencyDeskResource {

  @EJB private EmergencyDesk desk;

  /** What colleagues ask for. */
  @GET
  public List<EmergencyView> requests() {
    return desk.requests();
  }

  /** Confirms. */
  @POST
  @Path("{id}/confirmation")
  public Response confirm(@PathParam("id") String id, @Nullable Password body) {
    Password.of(body, typed -> desk.confirm(id, typed));
    return Response.noContent().build();
  }

  /** Refuses. */
  @POST
  @Path("{id}/refusal")
  public Response refuse(@PathParam("id") String id) {
    desk.refuse(id);
    return Response.noContent().build();
  }
}
