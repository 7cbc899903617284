/**
 * Fuzz tests. In an ordinary build they run over their seeds and the kept inputs; {@code
 * .ci/fuzz.sh} looks for new ones.
 */
@NullMarked
package org.epione.crypto.fuzz;

import org.jspecify.annotations.NullMarked;
