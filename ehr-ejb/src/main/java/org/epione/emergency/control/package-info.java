/**
 * Keeps shares, lets each side decide, opens for a time, and keeps reviews open until they are
 * closed.
 */
@NullMarked
package org.epione.emergency.control;

import org.jspecify.annotations.NullMarked;
