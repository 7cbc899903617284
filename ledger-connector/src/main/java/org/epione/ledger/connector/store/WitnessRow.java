package org.epione.ledger.connector.store;

import java.time.Instant;
import java.util.Optional;
import org.epione.ledger.transparency.SignedNote;

/**
 * What a witness hosted here knows of a log.
 *
 * @param witness code of the witness
 * @param hospital code of the hospital whose log it is
 * @param last what it cosigned last: signatures of the log and of the witness
 * @param suspended since when it cosigns nothing any more, because the log contradicted itself
 * @param toldSize size of the head that it told the other witnesses last; 0 if none
 * @param told when; 1970 if never
 */
public record WitnessRow(
    String witness,
    String hospital,
    Optional<SignedNote> last,
    Optional<Instant> suspended,
    long toldSize,
    Instant told) {}
