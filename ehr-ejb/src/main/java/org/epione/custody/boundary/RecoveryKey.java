package org.epione.custody.boundary;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.hybrid.HpkePublicKey;

/**
 * A key for one recovery, to which the second holder seals its share. Its secret half opens only
 * with the code that the person was handed.
 *
 * @param protectedSecret the secret half under Argon2id of the code, with the salt ({@code
 *     epione.recovery-key}, 1)
 */
public record RecoveryKey(HpkePublicKey publicKey, ByteString protectedSecret) {}
