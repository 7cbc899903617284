package org.epione.emergency.entity;

import java.time.Instant;
import org.epione.crypto.codec.ByteString;
import org.epione.emergency.boundary.EmergencyReason;
import org.epione.ledger.identity.Pid;
import org.epione.platform.identity.AccountId;

/**
 * What a hospital asks the system manager for: the facts of an {@link EmergencyCase}.
 *
 * @param account of the patient
 * @param epoch of the key that is to be opened
 * @param key to seal the share to; 32 bytes
 * @param asker who asks
 * @param doctor her pseudo-identity
 * @param receivingKey hers; 32 bytes
 * @param confirmer who confirmed
 */
public record AskedFacts(
    AccountId account,
    long epoch,
    ByteString key,
    AccountId asker,
    Pid doctor,
    ByteString receivingKey,
    AccountId confirmer,
    EmergencyReason reason,
    Instant expires) {}
