package org.epione.web.finality;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.epione.finality.boundary.MyStation;
import org.epione.finality.boundary.StationView;
import org.epione.finality.boundary.SubmittedStation;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.web.input.Input;
import org.epione.web.input.Password;
import org.jspecify.annotations.Nullable;

/** A doctor's own station. */
@Path("station")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StationResource {

  @EJB private MyStation station;

  /**
   * What a client sends to enrol a station.
   *
   * @param code as the station shows it
   */
  public record Enrolment(@Nullable String code, @Nullable String password) {

    /** Without what is in it. */
    @Override
    public String toString() {
      return "Enrolment";
    }
  }

  /** Her station, and how far two thirds of the delegates have come. */
  @GET
  public StationView mine() {
    return station.mine().orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  /** Enrols a station; it counts once that is on the chain. */
  @POST
  public Response enrol(@Nullable Enrolment body) {
    Enrolment given = Input.body(body);
    String code = Input.needed(given.code(), "code");
    SubmittedStation submitted = Password.use(given.password(), copy -> station.enrol(code, copy));
    return Response.accepted(submitted).build();
  }

  /** Withdraws it. */
  @POST
  @Path("withdrawal")
  public Response withdraw(@Nullable Password body) {
    SubmittedStation submitted =
        Password.use(body == null ? null : body.password(), station::withdraw);
    return Response.accepted(submitted).build();
  }
}
