/**
 * Where randomness comes in: everything else takes a {@link org.epione.crypto.random.RandomSource}
 * and makes none itself.
 */
@NullMarked
package org.epione.crypto.random;

import org.jspecify.annotations.NullMarked;
