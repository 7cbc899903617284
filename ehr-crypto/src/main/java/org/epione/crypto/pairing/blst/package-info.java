/**
 * The pairing group on the native library blst: the only package that sees blst, and the one that
 * makes its hazards unreachable. The binding has no multi-exponentiation, no tables and no
 * exponentiation in GT; {@link org.epione.crypto.pairing.blst.Interleaving} and {@link
 * org.epione.crypto.pairing.blst.Comb} build them once for all three groups, from the library's own
 * doubling and addition.
 */
@NullMarked
package org.epione.crypto.pairing.blst;

import org.jspecify.annotations.NullMarked;
