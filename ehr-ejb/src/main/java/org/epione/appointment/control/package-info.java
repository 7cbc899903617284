/** Inside of appointments: runs of the agreement, offered times, bookings. */
@NullMarked
package org.epione.appointment.control;

import org.jspecify.annotations.NullMarked;
