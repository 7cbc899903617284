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
import java.util.List;
import org.epione.sharing.boundary.Consents;
import org.epione.sharing.boundary.InquiryView;
import org.epione.web.input.Password;
import org.jspecify.annotations.Nullable;

/** A patient decides who may read, over REST. */
@Path("")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConsentResource {

  @EJB private Consents consents;

  /** What waits for the patient's decision. */
  @GET
  @Path("consents")
  public List<InquiryView> waiting() {
    return consents.waiting();
  }

  /** What the patient decided, and who read. */
  @GET
  @Path("grants")
  public List<InquiryView> decided() {
    return consents.decided();
  }

  /** Consents. */
  @POST
  @Path("consents/{id}")
  public void consent(@PathParam("id") String id, @Nullable Password body) {
    Password.of(body, copy -> consents.consent(id, copy));
  }

  /** Refuses. */
  @POST
  @Path("consents/{id}/refusal")
  public void refuse(@PathParam("id") String id, @Nullable Password body) {
    Password.of(body, copy -> consents.refuse(id, copy));
  }

  /** Takes a consent back. */
  @POST
  @Path("grants/{id}/withdrawal")
  public void withdraw(@PathParam("id") String id, @Nullable Password body) {
    Password.of(body, copy -> consents.withdraw(id, copy));
  }
}
