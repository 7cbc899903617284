package org.epione.web.finality;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.epione.finality.boundary.AlarmView;
import org.epione.finality.boundary.ChainAlarms;

/** Alarms: hospitals that signed two histories, with the proofs as files. */
@Path("alarms")
@RequestScoped
public class AlarmsResource {

  @EJB private ChainAlarms alarms;

  /** All that the caller may see. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public List<AlarmView> all() {
    return alarms.alarms();
  }

  /** Both signed headers, as docs/formats.md describes an equivocation. */
  @GET
  @Path("{hospital}/{digest}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public Response proof(
      @PathParam("hospital") String hospital, @PathParam("digest") String digest) {
    byte[] proof = alarms.proof(hospital, digest);
    return Response.ok(proof)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\""
                + hospital
                + "-"
                + digest.substring(0, 12)
                + ".equivocation\"")
        .build();
  }
}
