package org.epione.custody.boundary;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.hybrid.HpkePublicKey;

/**
 * All that has to come together to open what an escrow divides, but for the code of a recovery.
 *
 * @param recovery the id of the recovery or emergency, to which key and release are bound; 16 bytes
 * @param hospitalShare as the hospital keeps it
 * @param secondKey the receiving key of the second holder
 * @param release the second share, sealed to that key
 */
public record ReleasedEscrow(
    ByteString recovery,
    EscrowTerms terms,
    ByteString hospitalShare,
    HpkePublicKey secondKey,
    ByteString release,
    RecoveryKey key) {}
