/** The one decision on access to patients' data, recorded before anything is read. */
@NullMarked
package org.epione.access.boundary;

import org.jspecify.annotations.NullMarked;
