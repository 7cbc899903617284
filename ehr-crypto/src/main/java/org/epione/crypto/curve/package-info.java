/**
 * The group P-256 for protocols whose standard asks for it; the only place that sees Bouncy
 * Castle's prime curves. Signatures and encryption use other groups: {@code pairing}, {@code
 * signature} and {@code hybrid}.
 */
@NullMarked
package org.epione.crypto.curve;

import org.jspecify.annotations.NullMarked;
