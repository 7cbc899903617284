package org.epione.ledger.verification;

import java.util.Optional;
import org.epione.crypto.transcript.Digest;

/**
 * The first fault found in an export, and whose it is.
 *
 * @param code stable code of the reason
 * @param height of the block, or where a block was expected; absent for the file's header
 * @param record index of the record within its block, from 0, if it is one
 * @param recordId id of that record, if it could be read
 * @param party who made what is at fault: a role and a name, or {@code FILE}
 * @param explanation in one sentence for people
 */
public record Fault(
    String code,
    Optional<Long> height,
    Optional<Integer> record,
    Optional<Digest> recordId,
    String party,
    String explanation) {}
