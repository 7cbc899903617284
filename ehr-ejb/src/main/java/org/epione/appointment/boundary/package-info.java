/**
 * Appointments (TP-EHR): patients and doctors prove a password of their own to the hospital by
 * SPAKE2+; under the treatment key that this gives patients book, and doctors see and keep their
 * calendar. Registrars offer times, too.
 */
@NullMarked
package org.epione.appointment.boundary;

import org.jspecify.annotations.NullMarked;
