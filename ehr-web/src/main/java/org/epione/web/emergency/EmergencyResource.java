package org.epione.web.emergency;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.epione.emergency.boundary.EmergencyAccess;
import org.epione.emergency.boundary.EmergencyForm;
import org.epione.emergency.boundary.EmergencyPatientView;
import org.epione.emergency.boundary.EmergencyReason;
import org.epione.emergency.boundary.EmergencyView;
import org.epione.web.input.Input;
import org.epione.web.input.Password;
import org.jspecify.annotations.Nullable;

/** A doctor opens records in an emergency, over REST. */
@Path("emergencies")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EmergencyResource {

  /**
   * What a doctor asks for, as a client sends it.
   *
   * @param number of the patient with the doctor's hospital
   * @param reason name of an {@link EmergencyReason}
   * @param text what is the matter
   * @param password the doctor's own; not needed to look
   */
  public record Asked(
      @Nullable String number,
      @Nullable String reason,
      @Nullable String text,
      @Nullable String password) {

    /** Without who, why and password. */
    @Override
    public String toString() {
      return "Asked";
    }
  }

  @EJB private EmergencyAccess access;

  /** The doctor's own, newest first. */
  @GET
  public List<EmergencyView> mine() {
    return access.mine();
  }

  /** The patient of a number, who is not named in an address. */
  @POST
  @Path("patient")
  public EmergencyPatientView patient(@Nullable Asked body) {
    return access.patient(Input.needed(Input.body(body).number(), "number"));
  }

  /** Asks. */
  @POST
  public EmergencyView ask(@Nullable Asked body) {
    Asked asked = Input.body(body);
    EmergencyForm form =
        new EmergencyForm(
            Input.needed(asked.number(), "number"),
            Input.choice(EmergencyReason.class, asked.reason()),
            Input.text(asked.text()));
    return Password.use(asked.password(), typed -> access.ask(form, typed));
  }
}
