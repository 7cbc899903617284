package org.epione.web.team;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.team.boundary.MyTreatments;
import org.epione.team.boundary.TreatmentView;
import org.epione.web.input.Input;
import org.epione.web.input.Password;
import org.jspecify.annotations.Nullable;

/** A patient's warrants for those who are to treat her. */
@Path("warrants")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WarrantResource {

  private static final String WAITING = "AWAITING_WARRANTS";

  @EJB private MyTreatments treatments;

  /** The teams that wait for her warrants. */
  @GET
  public List<TreatmentView> waiting() {
    return treatments.all().stream().filter(each -> each.state().equals(WAITING)).toList();
  }

  /** All her treatments, with who treats or treated her. */
  @GET
  @Path("all")
  public List<TreatmentView> all() {
    return treatments.all();
  }

  /** Signs a warrant for each doctor. */
  @POST
  @Path("{episode}")
  public TreatmentView sign(@PathParam("episode") String episode, @Nullable Password will) {
    char[] password = Password.characters(will == null ? null : will.password());
    try {
      return treatments.authorise(episode, password);
    } catch (WrongPasswordException wrong) {
      throw new RefusedException(ErrorCode.WRONG_PASSWORD);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  /** Which doctor's warrant, and the will to withdraw it. */
  public record Withdrawal(@Nullable Integer place, @Nullable String password) {}

  /** Withdraws one doctor's warrant. */
  @POST
  @Path("{episode}/withdrawal")
  public TreatmentView withdraw(
      @PathParam("episode") String episode, @Nullable Withdrawal withdrawal) {
    Withdrawal given = Input.body(withdrawal);
    Integer place = given.place();
    if (place == null) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "place is needed.");
    }
    char[] password = Password.characters(given.password());
    try {
      return treatments.withdraw(episode, place, password);
    } catch (WrongPasswordException wrong) {
      throw new RefusedException(ErrorCode.WRONG_PASSWORD);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  /** Agrees to the change of the team that is proposed. */
  @POST
  @Path("{episode}/team-change")
  public TreatmentView agree(@PathParam("episode") String episode, @Nullable Password will) {
    char[] password = Password.characters(will == null ? null : will.password());
    try {
      return treatments.agreeToChange(episode, password);
    } catch (WrongPasswordException wrong) {
      throw new RefusedException(ErrorCode.WRONG_PASSWORD);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  /** Refuses the change of the team that is proposed. */
  @POST
  @Path("{episode}/team-change/refusal")
  public TreatmentView refuseChange(@PathParam("episode") String episode) {
    return treatments.refuseChange(episode);
  }

  /** Refuses the team. */
  @POST
  @Path("{episode}/refusal")
  public TreatmentView refuse(@PathParam("episode") String episode) {
    return treatments.decline(episode);
  }
}
