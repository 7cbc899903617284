package org.epione.web.appointment;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.epione.appointment.boundary.AppointmentPassword;
import org.epione.appointment.boundary.PasswordView;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.web.guardian.ForWhom;
import org.epione.web.input.Input;
import org.epione.web.input.Password;
import org.jspecify.annotations.Nullable;

/**
 * The appointment password of whoever is signed in, patient or doctor, or that of a minor for whom
 * a patient acts ({@code ?for=} the guardianship); only the browser knows it.
 */
@Path("appointment-password")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AppointmentPasswordResource {

  @EJB private AppointmentPassword passwords;
  @Inject private ForWhom forWhom;

  /**
   * What the browser made of a new one.
   *
   * @param verifier in hexadecimal
   * @param password of the account
   */
  public record Verifier(@Nullable String verifier, @Nullable String password) {

    /** Without the password. */
    @Override
    public String toString() {
      return "Verifier";
    }
  }

  /** What setting one takes. */
  @GET
  public PasswordView mine(@QueryParam("for") @Nullable String guardianship) {
    return passwords.of(forWhom.patient(guardianship));
  }

  /** Sets it. */
  @POST
  public PasswordView set(
      @QueryParam("for") @Nullable String guardianship, @Nullable Verifier body) {
    Verifier given = Input.body(body);
    byte[] verifier = Input.hex(given.verifier(), "verifier");
    char[] password = Password.characters(given.password());
    try {
      return passwords.set(forWhom.patient(guardianship), verifier, password);
    } catch (WrongPasswordException wrong) {
      throw new RefusedException(ErrorCode.WRONG_PASSWORD);
    } finally {
      Arrays.fill(verifier, (byte) 0);
      Arrays.fill(password, '\0');
    }
  }

  /** Forgets it. */
  @POST
  @Path("removal")
  public PasswordView remove(
      @QueryParam("for") @Nullable String guardianship, @Nullable Password body) {
    char[] password = Password.characters(body == null ? null : body.password());
    try {
      return passwords.remove(forWhom.patient(guardianship), password);
    } catch (WrongPasswordException wrong) {
      throw new RefusedException(ErrorCode.WRONG_PASSWORD);
    } finally {
      Arrays.fill(password, '\0');
    }
  }
}
