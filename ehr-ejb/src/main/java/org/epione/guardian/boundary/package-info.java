/**
 * Guardians of minors, with start and end: the hospital names a guardian, who accepts with the
 * password and acts for the minor until the 18th birthday at the latest (ADR 21).
 */
@NullMarked
package org.epione.guardian.boundary;

import org.jspecify.annotations.NullMarked;
