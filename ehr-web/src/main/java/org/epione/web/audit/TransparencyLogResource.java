package org.epione.web.audit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.epione.audit.boundary.Audit;
import org.epione.chain.boundary.PublishedLogs;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/**
 * A hospital's chain as a tiled transparency log (C2SP tlog-tiles), for monitors that are not ours.
 * Heads and hashes are for everybody; records are for those who may audit the chain. Answers as
 * static files do, whatever the client says that it accepts.
 */
@Path("tlog/{hospital}")
@RequestScoped
public class TransparencyLogResource {
  private static final String PLAIN_TEXT = "text/plain; charset=utf-8";
  private static final String NEWEST = "no-cache";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  @EJB private PublishedLogs logs;
  @EJB private Audit audit;

  /** The signed head. */
  @GET
  @Path("checkpoint")
  public Response checkpoint(@PathParam("hospital") String hospital) {
    return answer(logs.checkpoint(hospital), PLAIN_TEXT, NEWEST);
  }

  /** An earlier head; it may still gain cosignatures. */
  @GET
  @Path("checkpoint/{size: 0|[1-9][0-9]{0,17}}")
  public Response checkpoint(
      @PathParam("hospital") String hospital, @PathParam("size") String size) {
    return answer(logs.checkpoint(hospital, Long.parseLong(size)), PLAIN_TEXT, NEWEST);
  }

  /** The time stamp on an earlier head. */
  @GET
  @Path("checkpoint/{size: 0|[1-9][0-9]{0,17}}.tsr")
  public Response stamp(@PathParam("hospital") String hospital, @PathParam("size") String size) {
    return answer(
        logs.stamp(hospital, Long.parseLong(size)), "application/timestamp-reply", FOR_EVER);
  }

  /** The key that signs the heads. */
  @GET
  @Path("key")
  public Response key(@PathParam("hospital") String hospital) {
    return answer(logs.key(hospital), PLAIN_TEXT, NEWEST);
  }

  /** The keys of the witnesses that are asked to cosign the heads. */
  @GET
  @Path("witnesses")
  public Response witnesses(@PathParam("hospital") String hospital) {
    return answer(logs.witnesses(hospital), PLAIN_TEXT, NEWEST);
  }

  /** Hashes: {@code tile/L/N[.p/W]}. */
  @GET
  @Path("tile/{level}/{number: .+}")
  public Response tile(
      @PathParam("hospital") String hospital,
      @PathParam("level") String level,
      @PathParam("number") String number) {
    return answer(
        logs.tile(hospital, level + "/" + number), MediaType.APPLICATION_OCTET_STREAM, FOR_EVER);
  }

  /** Records: {@code tile/entries/N[.p/W]}. */
  @GET
  @Path("tile/entries/{number: .+}")
  public Response entries(
      @PathParam("hospital") String hospital, @PathParam("number") String number) {
    return Response.ok(
            audit.entries(hospital, "entries/" + number), MediaType.APPLICATION_OCTET_STREAM)
        .build();
  }

  private static Response answer(Optional<?> content, String type, String caching) {
    return Response.ok(content.orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND)), type)
        .header(HttpHeaders.CACHE_CONTROL, caching)
        .build();
  }
}
