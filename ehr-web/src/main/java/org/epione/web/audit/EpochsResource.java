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
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import org.epione.audit.boundary.EpochView;
import org.epione.audit.boundary.Epochs;
import org.epione.web.input.Input;
import org.jspecify.annotations.Nullable;

/** Epochs of a chain: which there are, the archive of one, and deleting what lies in it. */
@Path("chains/{hospital}/epochs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EpochsResource {

  @EJB private Epochs epochs;

  /**
   * The file in which the records of an epoch lie.
   *
   * @param name of the file, without its folder
   * @param digest with which it ends, in hexadecimal
   */
  public record Archive(@Nullable String name, @Nullable String digest) {}

  /** Closed epochs, the first one first, then the open one. */
  @GET
  public List<EpochView> all(@PathParam("hospital") String hospital) {
    return epochs.of(hospital);
  }

  /**
   * The archive of a closed epoch; an epoch may be larger than memory, so it is made in a file
   * first, and a failure on the way is a refusal and not a short answer.
   */
  @GET
  @Path("{number: [1-9][0-9]{0,17}}/archive")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public Response archive(@PathParam("hospital") String hospital, @PathParam("number") long number)
      throws IOException {
    java.nio.file.Path file = Files.createTempFile("epione-epoch", ".chain");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        epochs.write(hospital, number, out);
      }
      return Response.ok(sentAndDeleted(file))
          .header(HttpHeaders.CONTENT_LENGTH, Files.size(file))
          .header(
              HttpHeaders.CONTENT_DISPOSITION,
              "attachment; filename=\"" + hospital + "-epoch-" + number + ".chain\"")
          .build();
    } catch (IOException | RuntimeException failure) {
      Files.deleteIfExists(file);
      throw failure;
    }
  }

  private static StreamingOutput sentAndDeleted(java.nio.file.Path file) {
    return to -> {
      try (InputStream content = Files.newInputStream(file)) {
        content.transferTo(to);
      } finally {
        Files.deleteIfExists(file);
      }
    };
  }

  /** Deletes the records of an epoch here, which lie in that file. */
  @POST
  @Path("{number: [1-9][0-9]{0,17}}/removal")
  public Response remove(
      @PathParam("hospital") String hospital,
      @PathParam("number") long number,
      @Nullable Archive archive) {
    Archive given = Input.body(archive);
    epochs.delete(
        hospital,
        number,
        Input.needed(given.name(), "name"),
        Input.needed(given.digest(), "digest"));
    return Response.noContent().build();
  }
}
