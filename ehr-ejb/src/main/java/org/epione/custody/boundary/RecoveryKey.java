package org.epione.custody.boundary;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.hybrid.HpkePublicKey;

/**
 * A key for one recovery or emergency, to which the second holder seals its share. Its secret half
 * opens only with the code that the person was handed, or in an emergency with the hospital's key.
 *
 * @param protectedSecret the secret half under Argon2id of the code, with the salt ({@code
 *     epione.recovery-key}, 1), or under the hospital's key of data at rest
 */
public record RecoveryKey(HpkePublicKey publicKey, ByteString protectedSecret) {}
