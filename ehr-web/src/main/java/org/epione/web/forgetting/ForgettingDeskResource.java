package org.epione.web.forgetting;

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
import org.epione.enrolment.boundary.PatientId;
import org.epione.forgetting.boundary.ForgettingDesk;
import org.epione.forgetting.boundary.ForgettingView;
import org.epione.web.input.Input;
import org.epione.web.input.Password;
import org.jspecify.annotations.Nullable;

/** Registrars start and examine that patients be forgotten, over REST. */
@Path("forgetting")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ForgettingDeskResource {

  @EJB private ForgettingDesk desk;

  /** Those that go on first. */
  @GET
  public List<ForgettingView> requests() {
    return desk.requests();
  }

  /** Starts it on a written request. */
  @POST
  @Path("patients/{patient}")
  public Response start(@PathParam("patient") String patient, @Nullable Words body) {
    PatientId id = Input.patient(patient);
    Words words = Input.body(body);
    Password.with(words.password(), typed -> desk.start(id, Input.text(words.words()), typed));
    return Response.noContent().build();
  }

  /** Says that it was examined. */
  @POST
  @Path("{id}/examination")
  public Response examine(@PathParam("id") String id, @Nullable Words body) {
    Words words = Input.body(body);
    Password.with(words.password(), typed -> desk.examine(id, Input.text(words.words()), typed));
    return Response.noContent().build();
  }

  /** Refuses. */
  @POST
  @Path("{id}/refusal")
  public Response refuse(@PathParam("id") String id, @Nullable Words body) {
    desk.refuse(id, Input.text(Input.body(body).words()));
    return Response.noContent().build();
  }

  /** The certificate, to hand it over. */
  @GET
  @Path("{id}/certificate")
  @Produces(MediaType.TEXT_PLAIN)
  public Response certificate(@PathParam("id") String id) {
    return CertificateDownload.of(desk.certificate(id));
  }
}
