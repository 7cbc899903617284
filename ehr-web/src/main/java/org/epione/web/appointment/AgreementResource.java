package org.epione.web.appointment;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HexFormat;
import java.util.List;
import org.epione.appointment.boundary.AgreementStart;
import org.epione.appointment.boundary.AppointmentAccount;
import org.epione.appointment.boundary.AppointmentAgreement;
import org.epione.appointment.boundary.BookableHospital;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.web.input.Input;
import org.jspecify.annotations.Nullable;

/**
 * The agreement on a treatment key, and the messages under it; nobody needs to be signed in. A
 * patient is named by {@code cardNumber}, a doctor by {@code userName}, at a {@code hospital}.
 * Bytes go in hexadecimal.
 */
@Path("appointments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AgreementResource {

  @EJB private AppointmentAgreement agreement;
  @Context private HttpServletRequest request;

  /** Whose salt is asked for. */
  public record Named(
      @Nullable String hospital, @Nullable String cardNumber, @Nullable String userName) {

    /** Without who. */
    @Override
    public String toString() {
      return "Named";
    }
  }

  /** The beginning of a run. */
  public record Start(
      @Nullable String hospital,
      @Nullable String cardNumber,
      @Nullable String userName,
      @Nullable String share) {

    /** Without who. */
    @Override
    public String toString() {
      return "Start";
    }
  }

  /** The browser's confirmation. */
  public record Confirmation(@Nullable String confirmation) {}

  /** A sealed request. */
  public record Request(@Nullable Long number, @Nullable String sealed) {}

  /** Salt and cost. */
  public record Salt(String salt) {}

  /** The hospital's side of a run. */
  public record Started(String run, String share, String confirmation) {}

  /** A sealed answer. */
  public record Answer(String sealed) {}

  /** Where appointments are. */
  @GET
  @Path("hospitals")
  public List<BookableHospital> hospitals() {
    return agreement.hospitals();
  }

  /** Salt and cost of an account's password. A POST: who it is stays out of addresses. */
  @POST
  @Path("salt")
  public Salt salt(@Nullable Named body) {
    Named named = Input.body(body);
    byte[] salt = agreement.salt(account(named.hospital(), named.cardNumber(), named.userName()));
    return new Salt(HexFormat.of().formatHex(salt));
  }

  /** Begins a run. */
  @POST
  @Path("runs")
  public Started start(@Nullable Start body) {
    Start start = Input.body(body);
    AgreementStart begun =
        agreement.start(
            request.getRemoteAddr(),
            account(start.hospital(), start.cardNumber(), start.userName()),
            Input.hex(start.share(), "share"));
    return new Started(
        begun.run(),
        HexFormat.of().formatHex(begun.share().bytes()),
        HexFormat.of().formatHex(begun.confirmation().bytes()));
  }

  /** Confirms it: the treatment key is agreed. */
  @POST
  @Path("runs/{run}/confirmation")
  public Response confirm(@PathParam("run") String run, @Nullable Confirmation body) {
    agreement.confirm(run, Input.hex(Input.body(body).confirmation(), "confirmation"));
    return Response.noContent().build();
  }

  /** A request under the treatment key. */
  @POST
  @Path("runs/{run}/requests")
  public Answer say(@PathParam("run") String run, @Nullable Request body) {
    Request given = Input.body(body);
    Long number = given.number();
    if (number == null || number < 1) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "number is needed, from 1.");
    }
    byte[] answer = agreement.say(run, number, Input.hex(given.sealed(), "sealed"));
    return new Answer(HexFormat.of().formatHex(answer));
  }

  private static AppointmentAccount account(
      @Nullable String hospital, @Nullable String cardNumber, @Nullable String userName) {
    PartyCode where = Input.party(Input.needed(hospital, "hospital"));
    if (cardNumber != null && userName != null) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "Give cardNumber or userName, not both.");
    }
    return userName == null
        ? AppointmentAccount.ofCard(where, Input.needed(cardNumber, "cardNumber or userName"))
        : AppointmentAccount.ofDoctor(where, Input.needed(userName, "userName"));
  }

  /** Forgets the run and its key. */
  @DELETE
  @Path("runs/{run}")
  public Response end(@PathParam("run") String run) {
    agreement.end(run);
    return Response.noContent().build();
  }
}
