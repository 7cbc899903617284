package org.epione.audit.boundary;

import java.util.Optional;

/**
 * What verifying a whole chain found.
 *
 * @param beginning height of the first block that is kept here; what came before lies in archives,
 *     and its signatures stand for it
 * @param height of the last block that holds; -1 if none does
 * @param head its hash, in hexadecimal
 * @param records number of records that hold
 * @param fault stable code of the first fault
 * @param explanation of the fault, in one sentence
 * @param party who made what is at fault
 */
public record ChainVerdict(
    String hospital,
    boolean sound,
    long beginning,
    long height,
    String head,
    long records,
    Optional<String> fault,
    Optional<String> explanation,
    Optional<String> party) {}
