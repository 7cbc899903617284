/** Pages of the same symptom, and of what was reported. */
@NullMarked
package org.epione.web.matching;

import org.jspecify.annotations.NullMarked;
