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
import org.epione.team.boundary.AddendumDesk;
import org.epione.team.boundary.AddendumView;
import org.epione.team.boundary.SignedRecordView;

/** What a doctor signed, and additions to it. */
@Path("signed-records")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AddendumResource {

  @EJB private AddendumDesk desk;

  /** The final records that the caller signed. */
  @GET
  public List<SignedRecordView> signed() {
    return desk.signed();
  }

  /** Asks the patient for a warrant to add to a record. */
  @POST
  @Path("{episode}/addenda")
  public Response open(@PathParam("episode") String episode) {
    return Response.status(Response.Status.CREATED).entity(desk.open(episode)).build();
  }

  /** Takes that back; {@code addendum} is the id of its own episode. */
  @POST
  @Path("addenda/{addendum}/withdrawal")
  public AddendumView takeBack(@PathParam("addendum") String addendum) {
    return desk.takeBack(addendum);
  }
}
