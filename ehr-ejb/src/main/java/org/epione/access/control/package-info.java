/** The policy of access, and the log of its decisions. */
@NullMarked
package org.epione.access.control;

import org.jspecify.annotations.NullMarked;
