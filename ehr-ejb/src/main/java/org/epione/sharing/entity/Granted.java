package org.epione.sharing.entity;

import java.time.Instant;
import org.epione.ledger.record.RequestId;
import org.epione.platform.identity.PartyCode;

/**
 * What a patient granted: the facts of a {@link GrantCase}.
 *
 * @param digest of the grant, in hexadecimal
 * @param episode the record's identifier in hexadecimal
 */
public record Granted(
    String digest,
    RequestId request,
    PartyCode hospital,
    PartyCode askingHospital,
    String episode,
    String purpose,
    Instant notBefore,
    Instant notAfter) {}
