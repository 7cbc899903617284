package org.epione.web.supervision;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.epione.supervision.boundary.CreditView;
import org.epione.supervision.boundary.Credits;

/** All scores of a chain with the records that they come from. */
@Path("chains/{hospital}/credit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ChainCreditResource {

  @EJB private Credits credits;

  /** For auditors, and for the hospital's own administrators, who see its doctors' names. */
  @GET
  public CreditView all(@PathParam("hospital") String hospital) {
    return credits.of(hospital);
  }
}
