package org.epione.web.sharing;

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
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.boundary.BundleDecision;
import org.epione.sharing.boundary.Consents;
import org.epione.sharing.boundary.FurtherView;
import org.epione.sharing.boundary.InquiryView;
import org.epione.web.input.Input;
import org.epione.web.input.Password;
import org.epione.web.session.SignedInUser;
import org.jspecify.annotations.Nullable;

/** A patient decides who may read, over REST. */
@Path("")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConsentResource {

  @EJB private Consents consents;
  @Inject private SignedInUser user;

  /** What waits for the patient's decision. */
  @GET
  @Path("consents")
  public List<InquiryView> waiting() {
    return consents.waiting();
  }

  /** What the patient decided, and who read. */
  @GET
  @Path("grants")
  public List<InquiryView> decided() {
    return consents.decided();
  }

  /** Consents. */
  @POST
  @Path("consents/{id}")
  public void consent(@PathParam("id") String id, @Nullable Password body) {
    Password.of(body, copy -> consents.consent(id, copy));
  }

  /** Refuses. */
  @POST
  @Path("consents/{id}/refusal")
  public void refuse(@PathParam("id") String id, @Nullable Password body) {
    Password.of(body, copy -> consents.refuse(id, copy));
  }

  /**
   * What a client sends to answer one question for several records.
   *
   * @param allowed ids of the requests that are consented to
   * @param refused ids of the requests that are refused
   * @param offered ids of further records, as {@code GET consents/bundles/BUNDLE/further} names
   *     them
   */
  public record Answer(
      @Nullable List<String> allowed,
      @Nullable List<String> refused,
      @Nullable List<String> offered,
      @Nullable String password) {

    /** Without the password. */
    @Override
    public String toString() {
      return "Answer";
    }
  }

  /**
   * What a client sends to take several consents back.
   *
   * @param requests their ids
   */
  public record Withdrawal(@Nullable List<String> requests, @Nullable String password) {

    /** Without the password. */
    @Override
    public String toString() {
      return "Withdrawal";
    }
  }

  /** Whether one question is also for further records, and which can be offered. */
  @GET
  @Path("consents/bundles/{bundle}/further")
  public FurtherView further(@PathParam("bundle") String bundle) {
    return consents.further(bundle).orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  /** Searches the patient's records for the symptom that was asked for; 202, then look again. */
  @POST
  @Path("consents/bundles/{bundle}/further/search")
  public Response searchFurther(@PathParam("bundle") String bundle) {
    consents.searchFurther(user.keySession(), bundle);
    return Response.accepted(further(bundle)).build();
  }

  /** Answers one question for several records. */
  @POST
  @Path("consents/bundles/{bundle}")
  public void decideTogether(@PathParam("bundle") String bundle, @Nullable Answer body) {
    Answer given = Input.body(body);
    BundleDecision decision =
        new BundleDecision(
            bundle,
            Input.all(given.allowed(), "allowed"),
            Input.all(given.refused(), "refused"),
            Input.all(given.offered(), "offered"));
    Password.with(given.password(), copy -> consents.decideTogether(decision, copy));
  }

  /** Takes back several consents that answered one question. */
  @POST
  @Path("grants/bundles/{bundle}/withdrawal")
  public void withdrawTogether(@PathParam("bundle") String bundle, @Nullable Withdrawal body) {
    Withdrawal given = Input.body(body);
    List<String> requests = Input.all(given.requests(), "requests");
    Password.with(given.password(), copy -> consents.withdrawTogether(bundle, requests, copy));
  }

  /** Takes a consent back. */
  @POST
  @Path("grants/{id}/withdrawal")
  public void withdraw(@PathParam("id") String id, @Nullable Password body) {
    Password.of(body, copy -> consents.withdraw(id, copy));
  }
}
