package org.epione.crypto.scheme.pake;

import org.epione.crypto.curve.P256Point;

/**
 * The two points that the sides of SPAKE2+ share, RFC 9383 section 3.3. Secret.
 *
 * @param z x*y*P
 * @param v w1*y*P, which the verifier alone cannot make without the prover's w1 or its own y
 */
record Spake2PlusPoints(P256Point z, P256Point v) {}
