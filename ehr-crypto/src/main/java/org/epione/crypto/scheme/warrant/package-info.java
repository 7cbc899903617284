/**
 * A patient's warrants: signed permission for one doctor to take one position in an episode for a
 * limited time.
 */
@NullMarked
package org.epione.crypto.scheme.warrant;

import org.jspecify.annotations.NullMarked;
