/**
 * Password-authenticated key exchange: SPAKE2+ (RFC 9383) between a patient and the hospital that
 * stores her verifier, SPAKE2 (RFC 9382) between two hospitals that compare symptoms. Both in P-256
 * with SHA-256, HKDF and HMAC, on the same code; no key without key confirmation.
 */
@NullMarked
package org.epione.crypto.scheme.pake;

import org.jspecify.annotations.NullMarked;
