package org.epione.appointment.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * An offered time as registrars see it.
 *
 * @param id of the time
 * @param booking who comes; empty while it is free
 */
public record SlotView(
    String id,
    String doctorAccount,
    String doctor,
    Instant start,
    Instant end,
    String place,
    Optional<BookingView> booking) {}
