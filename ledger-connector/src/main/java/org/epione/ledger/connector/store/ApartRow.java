package org.epione.ledger.connector.store;

import java.time.Instant;
import org.epione.ledger.transparency.SignedNote;

/**
 * Two heads of a log that are not known yet to be of one history.
 *
 * @param witness who knows both, hosted here
 * @param hospital code of the hospital whose log it is
 * @param teller witness who told one of them
 * @param smaller the head with fewer records, signed by the log
 * @param larger the other
 * @param heard when
 * @param asked when the log was asked last for the proof between them
 * @param attempts how often it was asked
 */
public record ApartRow(
    String witness,
    String hospital,
    String teller,
    SignedNote smaller,
    SignedNote larger,
    Instant heard,
    Instant asked,
    int attempts) {}
