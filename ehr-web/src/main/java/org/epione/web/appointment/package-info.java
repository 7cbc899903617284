/** Pages and resources of appointments; the patient's side of SPAKE2+ runs in her browser. */
@NullMarked
package org.epione.web.appointment;

import org.jspecify.annotations.NullMarked;
