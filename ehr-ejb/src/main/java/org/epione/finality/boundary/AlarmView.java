package org.epione.finality.boundary;

import java.time.Instant;

/**
 * A verified proof that a hospital, its cloud or both signed two histories.
 *
 * @param hospital its code
 * @param hospitalName as people call it
 * @param digest names the proof, in hexadecimal
 * @param height from which on there are two histories
 * @param byHospital whether the hospital signed both
 * @param byCloud whether the cloud signed both
 * @param station who brought it
 * @param reportedAt when
 */
public record AlarmView(
    String hospital,
    String hospitalName,
    String digest,
    long height,
    boolean byHospital,
    boolean byCloud,
    String station,
    Instant reportedAt) {}
