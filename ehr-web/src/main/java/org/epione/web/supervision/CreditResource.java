package org.epione.web.supervision;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.supervision.boundary.CreditView;
import org.epione.supervision.boundary.Credits;

/** A doctor's own score with the records that it comes from. */
@Path("credit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CreditResource {

  @EJB private Credits credits;

  /** The calling doctor's own score. */
  @GET
  public CreditView mine() {
    return credits.mine().orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  /** The proof that a record which moved her score stands on the chain, to check it offline. */
  @GET
  @Path("records/{record}/proof")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public Response proof(@PathParam("record") String record) {
    byte[] proof = credits.proof(record);
    return Response.ok(proof)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + record.substring(0, 12) + ".tlog-proof\"")
        .build();
  }
}
