package org.epione.finality.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * A doctor's station and what it is part of.
 *
 * @param hospital code of the hospital whose chain it follows
 * @param systemManagerKey Ed25519 key, in hexadecimal, that the station is to believe in
 * @param name of her station, if she has one
 * @param validUntil until when its countersignatures count
 * @param lastVote height of the last block that it countersigned
 * @param height of the chain's last block
 * @param finalByDelegates last height that two thirds of the delegates countersigned
 * @param delegates number of delegates now
 * @param stations number of those who have a station
 * @param needed how many countersignatures are two thirds
 */
public record StationView(
    String hospital,
    String systemManagerKey,
    Optional<String> name,
    Optional<Instant> validUntil,
    Optional<Long> lastVote,
    long height,
    Optional<Long> finalByDelegates,
    int delegates,
    int stations,
    int needed) {}
