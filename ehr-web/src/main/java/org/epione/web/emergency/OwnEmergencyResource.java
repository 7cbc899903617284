package org.epione.web.emergency;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.epione.emergency.boundary.EmergencyView;
import org.epione.emergency.boundary.OwnEmergencies;
import org.epione.emergency.boundary.Refusal;
import org.epione.web.input.Password;
import org.jspecify.annotations.Nullable;

/** A patient and emergencies of hers, over REST. */
@Path("own-emergencies")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OwnEmergencyResource {

  @EJB private OwnEmergencies emergencies;

  /** Those in which her records were opened, newest first. */
  @GET
  public List<EmergencyView> emergencies() {
    return emergencies.emergencies();
  }

  /** Whether she refuses emergencies. */
  @GET
  @Path("refusal")
  public Refusal refusal() {
    return emergencies.refusal();
  }

  /** Refuses emergencies. */
  @POST
  @Path("refusal")
  public Response refuse(@Nullable Password body) {
    Password.of(body, emergencies::refuse);
    return Response.noContent().build();
  }

  /** Allows them again. */
  @POST
  @Path("permission")
  public Response allow(@Nullable Password body) {
    Password.of(body, emergencies::allow);
    return Response.noContent().build();
  }
}
