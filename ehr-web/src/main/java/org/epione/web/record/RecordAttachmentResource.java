package org.epione.web.record;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.epione.attachment.boundary.FetchView;
import org.epione.record.boundary.MyRecords;
import org.epione.web.attachment.Downloads;
import org.epione.web.session.SignedInUser;

/** The files of a record that its patient has opened. */
@Path("records/{id}/openings/{opening}/attachments/{number}")
@RequestScoped
public class RecordAttachmentResource {

  @EJB private MyRecords records;
  @Inject private SignedInUser user;

  /** Asks the cloud for it, if it was not asked, and says how far it is. */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  public FetchView fetch(
      @PathParam("id") String id,
      @PathParam("opening") String opening,
      @PathParam("number") int number) {
    return records.fetchAttachment(user.keySession(), id, opening, number);
  }

  /** The file, once it has come. */
  @GET
  @Produces(MediaType.WILDCARD)
  public Response open(
      @PathParam("id") String id,
      @PathParam("opening") String opening,
      @PathParam("number") int number,
      @Context Request request) {
    return Downloads.of(records.openAttachment(user.keySession(), id, opening, number), request);
  }
}
