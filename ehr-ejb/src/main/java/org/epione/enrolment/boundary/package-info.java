/**
 * Admission of hospitals and clouds, enrolment of staff, registration of patients: what pages,
 * resources, message-driven beans and other features may call.
 */
@NullMarked
package org.epione.enrolment.boundary;

import org.jspecify.annotations.NullMarked;
