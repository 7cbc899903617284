/**
 * Appointments (TP-EHR): patients prove a password of their own to the hospital by SPAKE2+, and
 * book under the treatment key that this gives; hospitals offer times.
 */
@NullMarked
package org.epione.appointment.boundary;

import org.jspecify.annotations.NullMarked;
