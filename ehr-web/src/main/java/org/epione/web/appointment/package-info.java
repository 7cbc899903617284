/** Pages and resources of appointments; the people's side of SPAKE2+ runs in their browsers. */
@NullMarked
package org.epione.web.appointment;

import org.jspecify.annotations.NullMarked;
