package org.epione.web.disclosure;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.epione.disclosure.boundary.ComplaintOutcome;
import org.epione.disclosure.boundary.ComplaintView;
import org.epione.disclosure.boundary.Complaints;
import org.epione.disclosure.boundary.Disclosure;
import org.epione.disclosure.boundary.DisclosureFilter;
import org.epione.disclosure.boundary.Disclosures;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.web.guardian.ForWhom;
import org.epione.web.input.Input;
import org.jspecify.annotations.Nullable;

/** Who had to do with a patient's records, and complaints about it, over REST. */
@Path("")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DisclosureResource {

  @EJB private Disclosures disclosures;
  @EJB private Complaints complaints;
  @Inject private ForWhom forWhom;

  /** What a patient writes about a disclosure. */
  public record Complaint(@Nullable String text) {

    /** Without the text. */
    @Override
    public String toString() {
      return "Complaint";
    }
  }

  /**
   * What an auditor answers.
   *
   * @param outcome a {@link ComplaintOutcome}
   */
  public record Answer(@Nullable String outcome, @Nullable String text) {

    /** Without the text. */
    @Override
    public String toString() {
      return "Answer";
    }
  }

  /**
   * The calling patient's disclosures, newest first.
   *
   * @param episode reference of one episode
   * @param from first moment, ISO 8601 in UTC
   * @param until first moment after
   */
  @GET
  @Path("disclosures")
  public List<Disclosure> list(
      @QueryParam("episode") @Nullable String episode,
      @QueryParam("from") @Nullable String from,
      @QueryParam("until") @Nullable String until) {
    return disclosures.of(
        new DisclosureFilter(Optional.ofNullable(episode), time(from), time(until)));
  }

  /**
   * The proof that one of them stands on the chain, to check it offline.
   *
   * @param guardianship by which it is of a minor's list; absent for the own
   */
  @GET
  @Path("disclosures/{id}/proof")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public Response proof(
      @PathParam("id") String id, @QueryParam("for") @Nullable String guardianship) {
    byte[] proof = disclosures.proof(forWhom.patient(guardianship), id);
    return Response.ok(proof)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + id.substring(0, 12) + ".tlog-proof\"")
        .build();
  }

  /** Complains about one of them. */
  @POST
  @Path("disclosures/{id}/complaint")
  public ComplaintView file(@PathParam("id") String id, @Nullable Complaint body) {
    return complaints.file(id, Input.text(Input.body(body).text()));
  }

  /** The calling patient's complaints, newest first. */
  @GET
  @Path("disclosures/complaints")
  public List<ComplaintView> mine() {
    return complaints.mine();
  }

  /** All complaints, for an auditor, those without an answer first. */
  @GET
  @Path("complaints")
  public List<ComplaintView> all() {
    return complaints.all();
  }

  /** Answers a complaint. */
  @POST
  @Path("complaints/{id}/answer")
  public ComplaintView answer(@PathParam("id") String id, @Nullable Answer body) {
    Answer given = Input.body(body);
    return complaints.answer(
        id, Input.choice(ComplaintOutcome.class, given.outcome()), Input.text(given.text()));
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
