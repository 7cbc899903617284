/**
 * How admission, enrolment and registration are decided and carried out, the envelopes between the
 * system manager and hospitals included.
 */
@NullMarked
package org.epione.enrolment.control;

import org.jspecify.annotations.NullMarked;
