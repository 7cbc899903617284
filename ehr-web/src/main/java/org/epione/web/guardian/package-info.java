/** Pages of guardians of minors: naming, accepting, and the switch to acting for somebody. */
@NullMarked
package org.epione.web.guardian;

import org.jspecify.annotations.NullMarked;
