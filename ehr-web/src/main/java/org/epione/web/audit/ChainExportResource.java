package org.epione.web.audit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.epione.audit.boundary.Audit;

/** A whole chain, or the proof of one record, as a file to verify elsewhere. */
@Path("chains")
@RequestScoped
public class ChainExportResource {

  @EJB private Audit audit;

  /** The export; made whole before the answer begins, so that a failure is not a short file. */
  @GET
  @Path("{hospital}/export")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public Response export(@PathParam("hospital") String hospital) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    audit.export(hospital, file);
    return Response.ok(file.toByteArray())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + hospital + ".chain\"")
        .build();
  }

  /** The proof that one record stands on the chain. */
  @GET
  @Path("{hospital}/records/{record}/proof")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public Response proof(
      @PathParam("hospital") String hospital, @PathParam("record") String record) {
    return Response.ok(audit.proof(hospital, record))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + hospital + "-" + record.substring(0, 12) + ".tlog-proof\"")
        .build();
  }
}
