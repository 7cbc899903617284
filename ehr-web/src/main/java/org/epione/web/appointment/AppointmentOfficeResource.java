package org.epione.web.appointment;

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
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.epione.appointment.boundary.AppointmentOffice;
import org.epione.appointment.boundary.CallingOff;
import org.epione.appointment.boundary.SlotOrder;
import org.epione.appointment.boundary.SlotView;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.web.input.Input;
import org.jspecify.annotations.Nullable;

/** The times that a registrar's hospital offers, and who booked them. */
@Path("appointment-slots")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AppointmentOfficeResource {

  @EJB private AppointmentOffice office;

  /**
   * Times to offer.
   *
   * @param doctor account id
   * @param start of the first, in the hospital's time, like 2027-01-31T09:30
   * @param number how many; one if absent
   */
  public record Order(
      @Nullable String doctor,
      @Nullable String start,
      @Nullable Integer minutes,
      @Nullable Integer number,
      @Nullable String place) {}

  /**
   * What to call off.
   *
   * @param slot the time at which the caller saw the appointment
   * @param note what the patient is told
   */
  public record Cancellation(@Nullable String slot, @Nullable String note) {

    /** Without the text. */
    @Override
    public String toString() {
      return "Cancellation";
    }
  }

  /** The times to come. */
  @GET
  public List<SlotView> slots() {
    return office.slots();
  }

  /** Offers times. */
  @POST
  public Response offer(@Nullable Order body) {
    Order order = Input.body(body);
    Integer minutes = order.minutes();
    if (minutes == null) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "minutes is needed.");
    }
    office.offer(
        new SlotOrder(
            Input.needed(order.doctor(), "doctor"),
            start(Input.needed(order.start(), "start")),
            minutes,
            Objects.requireNonNullElse(order.number(), 1),
            Input.needed(order.place(), "place")));
    return Response.status(Response.Status.CREATED).build();
  }

  /** Takes a free time back. */
  @POST
  @Path("{slot}/withdrawal")
  public Response withdraw(@PathParam("slot") String slot) {
    office.withdraw(slot);
    return Response.noContent().build();
  }

  /** One appointment. */
  @GET
  @Path("appointments/{id}")
  public SlotView appointment(@PathParam("id") String id) {
    return office.appointment(id);
  }

  /** Calls an appointment off. */
  @POST
  @Path("appointments/{id}/cancellation")
  public Response cancel(@PathParam("id") String id, @Nullable Cancellation body) {
    Cancellation order = Input.body(body);
    office.cancel(
        new CallingOff(id, Input.needed(order.slot(), "slot"), Input.needed(order.note(), "note")));
    return Response.noContent().build();
  }

  private static LocalDateTime start(String text) {
    try {
      return LocalDateTime.parse(text);
    } catch (DateTimeParseException none) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT, "start is a time like 2027-01-31T09:30, in the hospital's time");
    }
  }
}
