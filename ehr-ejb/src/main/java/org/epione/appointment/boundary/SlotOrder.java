package org.epione.appointment.boundary;

import java.time.LocalDateTime;

/**
 * Times that a registrar offers, one after the other.
 *
 * @param doctor account id
 * @param start of the first, in the hospital's time
 * @param minutes that each lasts, 5 to 480
 * @param number how many, 1 to 32
 * @param place where, 1 to 120 characters
 */
public record SlotOrder(
    String doctor, LocalDateTime start, int minutes, int number, String place) {}
