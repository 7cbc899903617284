package org.epione.web.finality;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.epione.finality.boundary.StationDesk;
import org.jspecify.annotations.Nullable;

/** Signed messages of doctors' stations, which sign in nowhere else. */
@Path("stations")
@RequestScoped
public class StationMessagesResource {

  @EJB private StationDesk desk;

  /** Takes a signed envelope; the answer has its own encoding, and none where it would be empty. */
  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public Response message(byte @Nullable [] envelope) {
    byte[] answer = desk.answer(envelope == null ? new byte[0] : envelope);
    return answer.length == 0 ? Response.noContent().build() : Response.ok(answer).build();
  }
}
