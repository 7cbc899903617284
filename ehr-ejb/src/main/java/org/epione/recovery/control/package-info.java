/** Keeps shares, lets both sides decide, and puts the shares together. */
@NullMarked
package org.epione.recovery.control;

import org.jspecify.annotations.NullMarked;
