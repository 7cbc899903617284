package org.epione.web.sharing;

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
import org.epione.sharing.boundary.KnownDoctorView;
import org.epione.sharing.boundary.OwnRecordView;
import org.epione.sharing.boundary.Purpose;
import org.epione.sharing.boundary.StandingConsents;
import org.epione.sharing.boundary.StandingRuleForm;
import org.epione.sharing.boundary.StandingRuleView;
import org.epione.web.input.Input;
import org.epione.web.input.Password;
import org.jspecify.annotations.Nullable;

/** What a patient allows beforehand, over REST. */
@Path("standing-consents")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StandingConsentResource {

  @EJB private StandingConsents consents;

  /**
   * What a client sends to allow something beforehand.
   *
   * @param doctor id of {@code GET standing-consents/doctors}
   * @param purpose a {@link Purpose}
   * @param allRecords all records, also later ones once they are confirmed; else {@code episodes}
   * @param episodes ids of {@code GET standing-consents/records}
   * @param notAfter ISO 8601 in UTC
   */
  public record Rule(
      @Nullable String doctor,
      @Nullable String purpose,
      @Nullable Boolean allRecords,
      @Nullable List<String> episodes,
      @Nullable String notAfter,
      @Nullable String password) {

    /** Without what is in it. */
    @Override
    public String toString() {
      return "Rule";
    }

    StandingRuleForm form() {
      return new StandingRuleForm(
          Input.needed(doctor, "doctor"),
          Input.choice(Purpose.class, purpose),
          Boolean.TRUE.equals(allRecords),
          episodes == null ? List.of() : named(episodes),
          Input.time(notAfter, "notAfter"));
    }

    private static List<String> named(List<String> episodes) {
      return episodes.stream().map(each -> Input.needed(each, "episode")).toList();
    }
  }

  /** What she allows and allowed. */
  @GET
  public List<StandingRuleView> rules() {
    return consents.rules();
  }

  /** Whom she can allow something. */
  @GET
  @Path("doctors")
  public List<KnownDoctorView> doctors() {
    return consents.doctors();
  }

  /** The records that she can allow. */
  @GET
  @Path("records")
  public List<OwnRecordView> records() {
    return consents.records();
  }

  /** Allows it. */
  @POST
  public Response make(@Nullable Rule rule) {
    Rule given = Input.body(rule);
    StandingRuleForm form = given.form();
    StandingRuleView made = Password.use(given.password(), copy -> consents.make(form, copy));
    return Response.status(Response.Status.CREATED).entity(made).build();
  }

  /** Signs for records that came later. */
  @POST
  @Path("{id}/renewal")
  public StandingRuleView prepare(@PathParam("id") String id, @Nullable Password body) {
    return Password.use(typed(body), copy -> consents.prepare(id, copy));
  }

  /** Takes it back. */
  @POST
  @Path("{id}/withdrawal")
  public StandingRuleView withdraw(@PathParam("id") String id, @Nullable Password body) {
    return Password.use(typed(body), copy -> consents.withdraw(id, copy));
  }

  private static @Nullable String typed(@Nullable Password body) {
    return body == null ? null : body.password();
  }
}
