/** Inside of appointments: rows. */
@NullMarked
package org.epione.appointment.entity;

import org.jspecify.annotations.NullMarked;
