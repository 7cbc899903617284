/**
 * The pairing group on the native library blst: the only package that sees blst, and the one that
 * makes its hazards unreachable.
 */
@NullMarked
package org.epione.crypto.pairing.blst;

import org.jspecify.annotations.NullMarked;
