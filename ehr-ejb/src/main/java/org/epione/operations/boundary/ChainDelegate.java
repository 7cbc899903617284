package org.epione.operations.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * A doctor on a chain, as the administrator of the chain's hospital sees her.
 *
 * @param name her name where she belongs to this hospital; of others only the pseudo-identity is
 *     known
 * @param pid pseudo-identity, in hexadecimal
 * @param hospital name of the hospital that certified her
 * @param own whether that is the hospital of the chain
 * @param since when the chain came to know her
 * @param credit her points on this chain
 * @param floor whoever has less is expelled
 * @param expelledAt when she fell below the floor; for good
 */
public record ChainDelegate(
    Optional<String> name,
    String pid,
    String hospital,
    boolean own,
    Instant since,
    Optional<Integer> credit,
    int floor,
    Optional<Instant> expelledAt) {}
