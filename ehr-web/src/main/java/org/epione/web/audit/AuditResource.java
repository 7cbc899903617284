package org.epione.web.audit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.epione.audit.boundary.ActivityView;
import org.epione.audit.boundary.Audit;
import org.epione.audit.boundary.BlockView;
import org.epione.audit.boundary.ChainVerdict;
import org.epione.audit.boundary.ChainView;
import org.epione.audit.boundary.CheckView;
import org.epione.audit.boundary.ContradictionView;
import org.epione.audit.boundary.Contradictions;
import org.epione.audit.boundary.EpisodeSummary;
import org.epione.audit.boundary.EpisodeTrail;
import org.jspecify.annotations.Nullable;

/** Auditing over REST. */
@Path("audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

  @EJB private Audit audit;
  @EJB private Contradictions contradictions;

  /** The chains that the caller may audit. */
  @GET
  @Path("chains")
  public List<ChainView> chains() {
    return audit.chains();
  }

  /** Blocks from {@code from} downwards; by default from the head. */
  @GET
  @Path("chains/{hospital}/blocks")
  public List<BlockView> blocks(
      @PathParam("hospital") String hospital,
      @QueryParam("from") @DefaultValue("" + Long.MAX_VALUE) long from,
      @QueryParam("count") @DefaultValue("20") int count) {
    return audit.blocks(hospital, from, count);
  }

  /** How much came onto a chain in the last days. */
  @GET
  @Path("chains/{hospital}/activity")
  public ActivityView activity(@PathParam("hospital") String hospital) {
    return audit.activity(hospital);
  }

  /** Verifies a whole chain. */
  @POST
  @Path("chains/{hospital}/check")
  public ChainVerdict verify(@PathParam("hospital") String hospital) {
    return audit.verifyChain(hospital);
  }

  /** Logs that contradicted themselves. */
  @GET
  @Path("contradictions")
  public List<ContradictionView> contradictions() {
    return contradictions.all();
  }

  /** The evidence, as a file. */
  @GET
  @Path("contradictions/{id}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public Response evidence(@PathParam("id") String id) {
    return Response.ok(contradictions.evidence(id))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + id.substring(0, 12) + ".contradiction\"")
        .build();
  }

  /** The caller's party cosigns this log again. */
  @POST
  @Path("chains/{hospital}/witnessing")
  public Response resume(@PathParam("hospital") String hospital) {
    contradictions.resume(hospital);
    return Response.noContent().build();
  }

  /** Episodes of one hospital, or of all. */
  @GET
  @Path("episodes")
  public List<EpisodeSummary> episodes(@QueryParam("hospital") @Nullable String hospital) {
    if (hospital != null) {
      return audit.episodes(hospital);
    }
    return audit.chains().stream()
        .filter(chain -> chain.height() >= 0)
        .flatMap(chain -> audit.episodes(chain.hospital()).stream())
        .toList();
  }

  /** Every act of one episode. */
  @GET
  @Path("episodes/{hospital}/{id}")
  public EpisodeTrail episode(@PathParam("hospital") String hospital, @PathParam("id") String id) {
    return audit.episode(hospital, id);
  }

  /** Begins a check of one episode. */
  @POST
  @Path("episodes/{hospital}/{id}/check")
  public Response begin(@PathParam("hospital") String hospital, @PathParam("id") String id) {
    return Response.status(Response.Status.CREATED).entity(audit.beginCheck(hospital, id)).build();
  }

  /** Where a check stands. */
  @GET
  @Path("checks/{id}")
  public CheckView check(@PathParam("id") String id) {
    return audit.check(id);
  }
}
