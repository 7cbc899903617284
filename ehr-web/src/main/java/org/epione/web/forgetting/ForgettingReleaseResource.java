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
import java.time.Instant;
import java.util.List;
import org.epione.forgetting.boundary.ForgettingRelease;
import org.epione.forgetting.boundary.ForgettingView;
import org.epione.forgetting.boundary.LegalHoldView;
import org.epione.web.input.Input;
import org.epione.web.input.Password;
import org.jspecify.annotations.Nullable;

/** Administrators release that patients be forgotten, and hold data, over REST. */
@Path("")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ForgettingReleaseResource {

  /**
   * A hold, as a client sends it.
   *
   * @param number of the patient with the hospital
   * @param reason which proceeding
   * @param until ISO 8601 in UTC
   * @param password of who sets it
   */
  public record Hold(
      @Nullable String number,
      @Nullable String reason,
      @Nullable String until,
      @Nullable String password) {

    /** Without number, reason and password. */
    @Override
    public String toString() {
      return "Hold";
    }
  }

  @EJB private ForgettingRelease release;

  /** Those that go on first. */
  @GET
  @Path("forgetting-releases")
  public List<ForgettingView> requests() {
    return release.requests();
  }

  /** Lets it be destroyed. */
  @POST
  @Path("forgetting-releases/{id}/release")
  public Response release(@PathParam("id") String id, @Nullable Words body) {
    Words words = Input.body(body);
    Password.with(words.password(), typed -> release.release(id, Input.text(words.words()), typed));
    return Response.noContent().build();
  }

  /** Refuses. */
  @POST
  @Path("forgetting-releases/{id}/refusal")
  public Response refuse(@PathParam("id") String id, @Nullable Words body) {
    release.refuse(id, Input.text(Input.body(body).words()));
    return Response.noContent().build();
  }

  /** The certificate, to hand it over. */
  @GET
  @Path("forgetting-releases/{id}/certificate")
  @Produces(MediaType.TEXT_PLAIN)
  public Response certificate(@PathParam("id") String id) {
    return CertificateDownload.of(release.certificate(id));
  }

  /** The hospital's legal holds, the latest first. */
  @GET
  @Path("legal-holds")
  public List<LegalHoldView> holds() {
    return release.holds();
  }

  /** Holds a patient's data. */
  @POST
  @Path("legal-holds")
  public Response hold(@Nullable Hold body) {
    Hold hold = Input.body(body);
    Instant until = Input.time(hold.until(), "until");
    Password.with(
        hold.password(),
        typed -> release.hold(Input.text(hold.number()), Input.text(hold.reason()), until, typed));
    return Response.noContent().build();
  }

  /** Lifts one. */
  @POST
  @Path("legal-holds/{id}/lifting")
  public Response lift(@PathParam("id") String id, @Nullable Password body) {
    Password.of(body, typed -> release.lift(id, typed));
    return Response.noContent().build();
  }
}
