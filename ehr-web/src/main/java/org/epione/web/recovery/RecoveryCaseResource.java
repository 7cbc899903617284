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
import org.epione.recovery.boundary.RecoveryCaseView;
import org.epione.recovery.boundary.RecoveryCases;
import org.epione.web.input.Input;
import org.epione.web.input.Password;
import org.jspecify.annotations.Nullable;

/** Lost passwords at the system manager, over REST; auditors look. */
@Path("recovery-cases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RecoveryCaseResource {

  @EJB private RecoveryCases cases;

  /** The latest, those that wait first. */
  @GET
  public List<RecoveryCaseView> cases() {
    return cases.cases();
  }

  /** Releases the share. */
  @POST
  @Path("{id}/release")
  public Response release(@PathParam("id") String id, @Nullable Reasoned body) {
    Reasoned given = Input.body(body);
    Password.of(
        new Password(given.password()),
        typed -> cases.release(id, Input.text(given.reason()), typed));
    return Response.noContent().build();
  }

  /** Refuses. */
  @POST
  @Path("{id}/refusal")
  public Response refuse(@PathParam("id") String id, @Nullable Reasoned body) {
    cases.refuse(id, Input.text(Input.body(body).reason()));
    return Response.noContent().build();
  }
}
