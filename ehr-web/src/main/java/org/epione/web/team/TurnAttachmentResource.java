package org.epione.web.team;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.epione.attachment.boundary.UploadView;
import org.epione.team.boundary.TurnAttachments;
import org.epione.web.attachment.Downloads;
import org.epione.web.input.Input;
import org.epione.web.session.SignedInUser;
import org.jspecify.annotations.Nullable;

/**
 * Files that a doctor attaches at her turn. Begin with the size; send the slices in order, each
 * with its offset and digest; complete. After a break ask how far it is, and go on from there. The
 * idea is that of tus (resumable uploads), with slices of a fixed length.
 */
@Path("turns/{episode}/attachments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TurnAttachmentResource {

  private static final Pattern CONTENT_DIGEST = Pattern.compile("sha-256=:([A-Za-z0-9+/]{43}=):");

  @EJB private TurnAttachments attachments;
  @Inject private SignedInUser user;

  /**
   * A file that is to be attached.
   *
   * @param mediaType may be missing; then the content alone decides
   */
  public record NewFile(@Nullable String name, @Nullable String mediaType, @Nullable Long size) {
    /** Never the name. */
    @Override
    public String toString() {
      return "NewFile";
    }
  }

  /** SHA-256 of the slices that have arrived, in order, in hex. */
  public record Slices(@Nullable List<@Nullable String> digests) {}

  /** What is attached or on its way. */
  @GET
  public List<UploadView> all(@PathParam("episode") String episode) {
    return attachments.all(user.keySession(), episode);
  }

  /** Begins an upload; 201 with its id and how long slices are. */
  @POST
  public Response begin(@PathParam("episode") String episode, @Nullable NewFile file) {
    NewFile given = Input.body(file);
    Long size = given.size();
    return Response.status(Response.Status.CREATED)
        .entity(
            attachments.begin(
                user.keySession(),
                episode,
                Input.text(given.name()),
                Input.text(given.mediaType()),
                size == null ? 0 : size))
        .build();
  }

  /**
   * Takes the next slice; what the answer counts is on disk.
   *
   * @param offset of its first byte
   * @param contentDigest {@code sha-256=:...:} (RFC 9530)
   * @param slice sent as {@code application/offset+octet-stream}: other bodies may be shorter only
   */
  @PATCH
  @Path("{upload}")
  @Consumes(MediaType.WILDCARD)
  public UploadView append(
      @PathParam("episode") String episode,
      @PathParam("upload") String upload,
      @HeaderParam("Upload-Offset") @Nullable String offset,
      @HeaderParam("Content-Digest") @Nullable String contentDigest,
      byte @Nullable [] slice) {
    return attachments.append(
        user.keySession(),
        episode,
        upload,
        offset(offset),
        digest(contentDigest),
        slice == null ? new byte[0] : slice);
  }

  /** Where nothing can be, if it is missing or no number: who may not attach is told that first. */
  private static long offset(@Nullable String given) {
    try {
      return Long.parseLong(Input.text(given).strip());
    } catch (NumberFormatException notOne) {
      return -1;
    }
  }

  /** The digest in hex, empty if it is missing or in another form. */
  private static String digest(@Nullable String given) {
    Matcher matcher = CONTENT_DIGEST.matcher(Input.text(given).strip());
    return matcher.matches()
        ? HexFormat.of().formatHex(Base64.getDecoder().decode(matcher.group(1)))
        : "";
  }

  /** Shows whether a file is the one whose upload was begun. */
  @POST
  @Path("{upload}/resumption")
  public UploadView resume(
      @PathParam("episode") String episode,
      @PathParam("upload") String upload,
      @Nullable Slices slices) {
    List<@Nullable String> digests =
        Objects.requireNonNullElse(Input.body(slices).digests(), List.of());
    return attachments.resume(
        user.keySession(), episode, upload, digests.stream().map(Input::text).toList());
  }

  /** Seals what has arrived; asked again it changes nothing. */
  @POST
  @Path("{upload}/completion")
  public UploadView complete(
      @PathParam("episode") String episode, @PathParam("upload") String upload) {
    return attachments.complete(user.keySession(), episode, upload);
  }

  /** Removes an attachment or an unfinished upload. */
  @DELETE
  @Path("{upload}")
  public void remove(@PathParam("episode") String episode, @PathParam("upload") String upload) {
    attachments.remove(user.keySession(), episode, upload);
  }

  /** The file of that number, of the caller or of a doctor before. */
  @GET
  @Path("{number}")
  @Produces(MediaType.WILDCARD)
  public Response open(
      @PathParam("episode") String episode,
      @PathParam("number") int number,
      @Context Request request) {
    return Downloads.of(attachments.open(user.keySession(), episode, number), request);
  }
}
