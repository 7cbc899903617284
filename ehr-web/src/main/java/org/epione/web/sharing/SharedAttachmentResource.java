package org.epione.web.sharing;

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
import org.epione.sharing.boundary.RecordRequests;
import org.epione.web.attachment.Downloads;
import org.epione.web.session.SignedInUser;

/** The files of a record from elsewhere that was delivered to its reader. */
@Path("readings/{id}/attachments/{number}")
@RequestScoped
public class SharedAttachmentResource {

  @EJB private RecordRequests requests;
  @Inject private SignedInUser user;

  /** Asks for it, if it was not asked for, and says how far it is. */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  public FetchView fetch(@PathParam("id") String id, @PathParam("number") int number) {
    return requests.fetchAttachment(id, number, user.keySession());
  }

  /** The file, once it has come. */
  @GET
  @Produces(MediaType.WILDCARD)
  public Response open(
      @PathParam("id") String id, @PathParam("number") int number, @Context Request request) {
    return Downloads.of(requests.openAttachment(id, number, user.keySession()), request);
  }
}
