package org.epione.ledger.connector.store;

import java.time.Instant;
import org.epione.crypto.transcript.Digest;

/**
 * A verified proof that a hospital signed two histories.
 *
 * @param hospital its code
 * @param digest names the proof
 * @param height from which on there are two histories
 * @param byHospital whether the hospital signed both
 * @param byCloud whether the cloud signed both, too
 * @param station who brought the first such proof
 * @param reportedAt when
 */
public record AlarmRow(
    String hospital,
    Digest digest,
    long height,
    boolean byHospital,
    boolean byCloud,
    String station,
    Instant reportedAt) {}
