package org.epione.web.record;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.epione.record.boundary.MyRecords;
import org.epione.record.boundary.OpeningView;
import org.epione.record.boundary.RecordRow;
import org.epione.web.session.SignedInUser;

/** A patient's own records. */
@Path("records")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RecordResource {

  @EJB private MyRecords records;
  @Inject private SignedInUser user;

  /** Her records, latest first. */
  @GET
  public List<RecordRow> all() {
    return records.all();
  }

  /** Asks the cloud for a record; 202 with the opening to ask again for. */
  @POST
  @Path("{id}/openings")
  public Response ask(@PathParam("id") String id) {
    return Response.accepted(records.ask(id)).build();
  }

  /** 200 with the record, or 202 while the cloud has not answered. */
  @GET
  @Path("{id}/openings/{opening}")
  public Response read(@PathParam("id") String id, @PathParam("opening") String opening) {
    OpeningView view = records.read(user.keySession(), id, opening);
    return view.record().isPresent()
        ? Response.ok(view.record().get()).build()
        : Response.accepted(view).build();
  }
}
