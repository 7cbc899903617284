/**
 * Access to a patient's records in an emergency, without the patient: a doctor asks, a colleague
 * confirms, the system manager releases its share, and afterwards the hospital reviews
 * (docs/adr/0016-emergency-access.md). What is opened is shared on the ordinary way of {@code
 * org.epione.sharing}.
 */
@NullMarked
package org.epione.emergency.boundary;

import org.jspecify.annotations.NullMarked;
