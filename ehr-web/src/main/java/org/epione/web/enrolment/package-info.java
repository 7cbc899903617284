/**
 * Pages and REST resources of enrolment: hospitals and auditors for the system manager, staff for a
 * hospital's administrator, patients for registrars.
 */
@NullMarked
package org.epione.web.enrolment;

import org.jspecify.annotations.NullMarked;
