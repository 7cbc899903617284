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
import org.epione.sharing.boundary.CaseView;
import org.epione.sharing.boundary.ReEncryptionDesk;
import org.epione.sharing.boundary.RefusalReason;
import org.epione.web.input.Input;
import org.jspecify.annotations.Nullable;

/** The system manager issues re-encryption keys, over REST. */
@Path("re-encryption-requests")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReEncryptionResource {

  @EJB private ReEncryptionDesk desk;

  /** All grants, those that wait first. */
  @GET
  public List<CaseView> cases() {
    return desk.cases();
  }

  /** Issues the key. */
  @POST
  @Path("{id}/issue")
  public void issue(@PathParam("id") String id) {
    desk.issue(id);
  }

  /**
   * What a client sends to order several keys.
   *
   * @param grants ids of {@code GET re-encryption-requests}
   */
  public record Order(@Nullable List<String> grants) {}

  /** Orders several keys in one act; the list tells how far it is. */
  @POST
  @Path("issue")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response issueTogether(@Nullable Order order) {
    desk.issueTogether(Input.all(Input.body(order).grants(), "grants"));
    return Response.accepted().build();
  }

  /**
   * What a client sends to refuse a key.
   *
   * @param reason code of one that officers give
   */
  public record Refusal(@Nullable String reason) {}

  /** Refuses, with a reason that all concerned read. */
  @POST
  @Path("{id}/refusal")
  @Consumes(MediaType.APPLICATION_JSON)
  public void refuse(@PathParam("id") String id, @Nullable Refusal refusal) {
    desk.refuse(id, Input.choice(RefusalReason.class, Input.body(refusal).reason()));
  }
}
