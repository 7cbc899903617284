package org.epione.web.account;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.epione.account.boundary.SessionView;
import org.epione.account.boundary.Sessions;
import org.epione.web.session.SignedInUser;

/** Where the calling person is signed in, of any role, over REST. */
@Path("session/sessions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SessionsResource {

  @EJB private Sessions sessions;
  @Inject private SignedInUser user;

  /** The sessions, the latest first. */
  @GET
  public List<SessionView> mine() {
    return sessions.mine(user.keySession());
  }

  /** Ends one of them. */
  @POST
  @Path("{id}/end")
  public Response end(@PathParam("id") String id) {
    sessions.end(id);
    return Response.noContent().build();
  }

  /** Ends all but the one that asks. */
  @POST
  @Path("end-others")
  public Response endOthers() {
    sessions.endOthers(user.keySession());
    return Response.noContent().build();
  }
}
