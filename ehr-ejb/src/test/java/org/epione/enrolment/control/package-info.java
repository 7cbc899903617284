/** How anchors are set up. */
@NullMarked
package org.epione.enrolment.control;

import org.jspecify.annotations.NullMarked;
