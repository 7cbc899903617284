/** Tests of appointments, on the real beans and a real database. */
@NullMarked
package org.epione.appointment;

import org.jspecify.annotations.NullMarked;
