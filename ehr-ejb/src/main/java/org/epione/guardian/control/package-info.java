/** How guardianships begin and end, and who is whose guardian now. */
@NullMarked
package org.epione.guardian.control;

import org.jspecify.annotations.NullMarked;
