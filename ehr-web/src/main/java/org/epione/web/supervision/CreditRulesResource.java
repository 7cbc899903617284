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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.supervision.boundary.CreditRuling;
import org.epione.supervision.boundary.RulesView;
import org.epione.supervision.boundary.WeightsView;
import org.epione.web.input.Input;
import org.jspecify.annotations.Nullable;

/** The system manager sets the rules of credit, over REST. */
@Path("credit-rules")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CreditRulesResource {

  @EJB private CreditRuling ruling;

  /** Rules of credit, in points; all are needed. */
  public record Rules(
      @Nullable Integer initial,
      @Nullable Integer floor,
      @Nullable Integer maximum,
      @Nullable Integer rejection,
      @Nullable Integer acceptance,
      @Nullable Integer minor,
      @Nullable Integer major,
      @Nullable Integer grave,
      @Nullable Integer storage,
      @Nullable Integer readmission) {

    WeightsView weights() {
      return new WeightsView(
          number(initial),
          number(floor),
          number(maximum),
          number(rejection),
          number(acceptance),
          Optional.of(
              new WeightsView.Reports(
                  number(minor),
                  number(major),
                  number(grave),
                  number(storage),
                  number(readmission))));
    }

    private static int number(@Nullable Integer given) {
      if (given == null) {
        throw new RefusedException(
            ErrorCode.INVALID_INPUT,
            "initial, floor, maximum, rejection, acceptance, minor, major, grave, storage and"
                + " readmission are needed.");
      }
      return given;
    }
  }

  /** The rules of all hospitals. */
  @GET
  public List<RulesView> all() {
    return ruling.all();
  }

  /** Records new rules; they count once they stand on the chain. */
  @POST
  @Path("{hospital}")
  public Response change(@PathParam("hospital") String hospital, @Nullable Rules rules) {
    ruling.change(hospital, Input.body(rules).weights());
    return Response.accepted().build();
  }
}
