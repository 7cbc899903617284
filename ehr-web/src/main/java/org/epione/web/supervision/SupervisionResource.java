package org.epione.web.supervision;

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
import org.epione.supervision.boundary.CaseView;
import org.epione.supervision.boundary.Outcome;
import org.epione.supervision.boundary.SupervisionDesk;
import org.epione.web.input.Input;
import org.jspecify.annotations.Nullable;

/** The system manager decides reports and appeals, over REST. */
@Path("supervision-cases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SupervisionResource {

  @EJB private SupervisionDesk desk;

  /**
   * A decision.
   *
   * @param outcome an {@link Outcome}
   */
  public record Decision(@Nullable String outcome, @Nullable String reason) {

    /** Without the reason. */
    @Override
    public String toString() {
      return "Decision";
    }
  }

  /** All reports and appeals, those that wait first. */
  @GET
  public List<CaseView> cases() {
    return desk.cases();
  }

  /** One of them. */
  @GET
  @Path("{id}")
  public CaseView one(@PathParam("id") String id) {
    return desk.caseOf(id);
  }

  /** Decides. */
  @POST
  @Path("{id}/decision")
  public CaseView decide(@PathParam("id") String id, @Nullable Decision body) {
    Decision given = Input.body(body);
    return desk.decide(
        id, Input.choice(Outcome.class, given.outcome()), Input.text(given.reason()));
  }
}
