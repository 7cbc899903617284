package org.epione.custody.boundary;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.hybrid.HpkePublicKey;

/**
 * All that has to come together to open a person's keys without the password, but for the code.
 *
 * @param recovery the id of the recovery, to which key and release are bound; 16 bytes
 * @param hospitalShare as the hospital keeps it
 * @param secondKey the receiving key of the second holder
 * @param release the second share, sealed to the key of this recovery
 */
public record ReleasedEscrow(
    ByteString recovery,
    EscrowTerms terms,
    ByteString hospitalShare,
    HpkePublicKey secondKey,
    ByteString release,
    RecoveryKey key) {}
