package org.epione.web.audit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.epione.audit.boundary.AuditReports;
import org.epione.audit.boundary.ReportForm;
import org.epione.audit.boundary.ReportView;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.web.input.Input;
import org.jspecify.annotations.Nullable;

/** Audits that end with a signed report, over REST. */
@Path("audit/reports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AuditReportsResource {

  @EJB private AuditReports reports;

  /**
   * What a client sends to begin an audit.
   *
   * @param kind RECORD, EPISODE, PATIENT, DOCTOR or PERIOD
   * @param subjects ids or pseudonyms in hexadecimal; none for a period
   * @param from ISO 8601 in UTC; of a period only, as
   * @param until the first moment after it
   */
  public record Wanted(
      @Nullable String hospital,
      @Nullable String kind,
      @Nullable List<String> subjects,
      @Nullable String from,
      @Nullable String until) {

    ReportForm form() {
      List<String> given = Objects.requireNonNullElse(subjects, List.of());
      if (given.stream().anyMatch(Objects::isNull)) {
        throw new RefusedException(ErrorCode.INVALID_INPUT, "subjects are texts");
      }
      return new ReportForm(
          Input.needed(hospital, "hospital"),
          Input.needed(kind, "kind").toUpperCase(Locale.ROOT),
          given,
          time(from),
          time(until));
    }

    private static Optional<Instant> time(@Nullable String text) {
      try {
        return Optional.ofNullable(text).map(Instant::parse);
      } catch (DateTimeParseException e) {
        throw new RefusedException(
            ErrorCode.INVALID_INPUT, "from and until are times like 2027-01-31T00:00:00Z");
      }
    }
  }

  /** Begins an audit. */
  @POST
  public Response begin(@Nullable Wanted wanted) {
    return Response.status(Response.Status.CREATED)
        .entity(reports.begin(Input.body(wanted).form()))
        .build();
  }

  /** The caller's audits, newest first. */
  @GET
  public List<ReportView> mine() {
    return reports.mine();
  }

  /** The key that verifies reports; for everybody. */
  @GET
  @Path("key")
  @Produces(MediaType.TEXT_PLAIN)
  public String key() {
    return reports.key();
  }

  /** How far an audit is. */
  @GET
  @Path("{id}")
  public ReportView report(@PathParam("id") String id) {
    return reports.report(id);
  }

  /** Stops an audit. */
  @POST
  @Path("{id}/cancel")
  public Response cancel(@PathParam("id") String id) {
    reports.cancel(id);
    return Response.noContent().build();
  }

  /** The signed report. */
  @GET
  @Path("{id}/json")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public Response json(@PathParam("id") String id) {
    return file(reports.json(id), id + ".json");
  }

  /** The same as PDF, with the signed report attached. */
  @GET
  @Path("{id}/pdf")
  @Produces({"application/pdf", MediaType.APPLICATION_OCTET_STREAM})
  public Response pdf(@PathParam("id") String id) {
    return file(reports.pdf(id), id + ".pdf");
  }

  private static Response file(byte[] content, String name) {
    return Response.ok(content)
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-report-" + name + "\"")
        .build();
  }
}
