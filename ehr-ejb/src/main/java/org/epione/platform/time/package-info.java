/** The one clock of the application; everything else has it injected. */
@NullMarked
package org.epione.platform.time;

import org.jspecify.annotations.NullMarked;
