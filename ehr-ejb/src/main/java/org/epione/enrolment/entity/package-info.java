/** Applications, staff, patients and received HL7 messages as rows. */
@NullMarked
package org.epione.enrolment.entity;

import org.jspecify.annotations.NullMarked;
