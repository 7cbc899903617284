package org.epione.web.forgetting;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.epione.forgetting.boundary.OwnForgetting;
import org.epione.forgetting.boundary.OwnForgettingView;
import org.epione.web.input.Password;
import org.jspecify.annotations.Nullable;

/** A patient asks to be forgotten, over REST. */
@Path("own-forgetting")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OwnForgettingResource {

  @EJB private OwnForgetting forgetting;

  /** The latest, if she ever asked. */
  @GET
  public List<OwnForgettingView> mine() {
    return forgetting.mine().stream().toList();
  }

  /** Asks. */
  @POST
  public Response ask(@Nullable Password body) {
    Password.of(body, forgetting::ask);
    return Response.noContent().build();
  }

  /** Takes it back. */
  @DELETE
  public Response takeBack() {
    forgetting.takeBack();
    return Response.noContent().build();
  }
}
