package org.epione.web.supervision;

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
import java.util.Optional;
import org.epione.supervision.boundary.EvidenceView;
import org.epione.supervision.boundary.FilingView;
import org.epione.supervision.boundary.Grievances;
import org.epione.web.input.Input;
import org.epione.web.input.Password;
import org.jspecify.annotations.Nullable;

/** Doctors report and appeal, administrators appeal for the hospital, over REST. */
@Path("")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class GrievanceResource {

  @EJB private Grievances grievances;

  /**
   * A report.
   *
   * @param records ids of records of the hospital's chain, in hex
   */
  public record Report(
      @Nullable String text, @Nullable List<String> records, @Nullable String password) {

    /** Without what is in it. */
    @Override
    public String toString() {
      return "Report";
    }
  }

  /**
   * An appeal.
   *
   * @param against digest of the content of the record appealed against, in hex; absent to be
   *     readmitted
   * @param password where a doctor appeals
   */
  public record Appeal(@Nullable String against, @Nullable String text, @Nullable String password) {

    Optional<String> record() {
      return Optional.ofNullable(against).filter(given -> !given.isBlank());
    }

    /** Without what is in it. */
    @Override
    public String toString() {
      return "Appeal";
    }
  }

  /** What the doctor reported and appealed against. */
  @GET
  @Path("grievances")
  public List<FilingView> mine() {
    return grievances.mine();
  }

  /** Reports the hospital. */
  @POST
  @Path("reports")
  public Response report(@Nullable Report body) {
    Report given = Input.body(body);
    List<String> records = given.records() == null ? List.of() : given.records();
    return created(
        Password.use(
            given.password(), copy -> grievances.report(Input.text(given.text()), records, copy)));
  }

  /** The records that she will most likely name in a report. */
  @GET
  @Path("reports/records")
  public List<EvidenceView> records() {
    return grievances.records();
  }

  /** Appeals. */
  @POST
  @Path("appeals")
  public Response appeal(@Nullable Appeal body) {
    Appeal given = Input.body(body);
    return created(
        Password.use(
            given.password(),
            copy -> grievances.appeal(given.record(), Input.text(given.text()), copy)));
  }

  /** The hospital's own appeals. */
  @GET
  @Path("hospital-appeals")
  public List<FilingView> ofHospital() {
    return grievances.ofHospital();
  }

  /** Appeals for the hospital. */
  @POST
  @Path("hospital-appeals")
  public Response appealForHospital(@Nullable Appeal body) {
    Appeal given = Input.body(body);
    return created(grievances.appealForHospital(given.record(), Input.text(given.text())));
  }

  private static Response created(FilingView filing) {
    return Response.status(Response.Status.CREATED).entity(filing).build();
  }
}
