package org.epione.web.audit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.epione.audit.boundary.Audit;
import org.epione.chain.boundary.PublishedLogs;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/**
 * A hospital's chain as a tiled transparency log (C2SP tlog-tiles), for monitors that are not ours.
 * Heads and hashes are for everybody; records are for those who may audit the chain.
 */
@Path("tlog/{hospital}")
@RequestScoped
public class TransparencyLogResource {
  private static final String PLAIN_TEXT = "text/plain; charset=utf-8";
  private static final String NOTE = "no-cache";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  @EJB private PublishedLogs logs;
  @EJB private Audit audit;
  @Context private HttpServletResponse answer;

  /** The signed head. */
  @GET
  @Path("checkpoint")
  @Produces(PLAIN_TEXT)
  public byte[] checkpoint(@PathParam("hospital") String hospital) {
    return found(logs.checkpoint(hospital), NOTE);
  }

  /** The key that signs the heads. */
  @GET
  @Path("key")
  @Produces(PLAIN_TEXT)
  public String key(@PathParam("hospital") String hospital) {
    return found(logs.key(hospital), NOTE);
  }

  /** Hashes: {@code tile/L/N[.p/W]}. */
  @GET
  @Path("tile/{level}/{number: .+}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public byte[] tile(
      @PathParam("hospital") String hospital,
      @PathParam("level") String level,
      @PathParam("number") String number) {
    return found(logs.tile(hospital, level + "/" + number), FOR_EVER);
  }

  /** Records: {@code tile/entries/N[.p/W]}. */
  @GET
  @Path("tile/entries/{number: .+}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public byte[] entries(
      @PathParam("hospital") String hospital, @PathParam("number") String number) {
    return audit.entries(hospital, "entries/" + number);
  }

  private <T> T found(Optional<T> content, String caching) {
    T there = content.orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    answer.setHeader(HttpHeaders.CACHE_CONTROL, caching);
    return there;
  }
}
