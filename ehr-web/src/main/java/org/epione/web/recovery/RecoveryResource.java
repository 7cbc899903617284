package org.epione.web.recovery;

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
import org.epione.recovery.boundary.RecoveryDesk;
import org.epione.recovery.boundary.RecoverySlip;
import org.epione.recovery.boundary.RecoveryView;
import org.epione.web.input.Input;
import org.epione.web.input.Password;
import org.jspecify.annotations.Nullable;

/** Lost passwords at the counter of the hospital, over REST. */
@Path("recoveries")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RecoveryResource {

  @EJB private RecoveryDesk desk;

  /** The latest, those that can still be decided first. */
  @GET
  public List<RecoveryView> requests() {
    return desk.requests();
  }

  /** Approves; the answer has the code, which is not shown again. */
  @POST
  @Path("{id}/approval")
  public RecoverySlip approve(@PathParam("id") String id, @Nullable Reasoned body) {
    Reasoned given = Input.body(body);
    return Password.use(
        given.password(), typed -> desk.approve(id, Input.text(given.reason()), typed));
  }

  /** Refuses. */
  @POST
  @Path("{id}/refusal")
  public Response refuse(@PathParam("id") String id, @Nullable Reasoned body) {
    desk.refuse(id, Input.text(Input.body(body).reason()));
    return Response.noContent().build();
  }
}
