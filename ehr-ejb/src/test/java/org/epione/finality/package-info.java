/** Stations of doctors. */
@NullMarked
package org.epione.finality;

import org.jspecify.annotations.NullMarked;
