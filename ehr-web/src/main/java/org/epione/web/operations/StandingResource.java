package org.epione.web.operations;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.epione.operations.boundary.OwnStanding;
import org.jspecify.annotations.Nullable;

/** A doctor's own standing on the chain of her hospital. */
@Path("standing")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StandingResource {

  @EJB private OwnStanding standing;

  /**
   * What the chain says.
   *
   * @param enrolled whether the chain knows her; the rest is absent or false until it does
   * @param floor whoever has less is expelled
   */
  public record Answer(
      boolean enrolled, @Nullable Integer credit, @Nullable Integer floor, boolean expelled) {}

  /** Her own, as it is now. */
  @GET
  public Answer mine() {
    return standing
        .mine()
        .map(known -> new Answer(true, known.credit(), known.floor(), known.expelled()))
        .orElse(new Answer(false, null, null, false));
  }
}
