/** Emergencies: attacks on shares. The whole path is tested in {@code org.epione.sharing}. */
@NullMarked
package org.epione.emergency;

import org.jspecify.annotations.NullMarked;
