/** Sealing of a finished record and what happens to it until it is final. */
@NullMarked
package org.epione.record.control;

import org.jspecify.annotations.NullMarked;
