/** Counting of failed attempts to use a secret, with growing delays and a lock. */
@NullMarked
package org.epione.platform.attempt;

import org.jspecify.annotations.NullMarked;
