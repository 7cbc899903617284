/** Lost passwords: what the person does, the counter of the hospital, the system manager. */
@NullMarked
package org.epione.web.recovery;

import org.jspecify.annotations.NullMarked;
