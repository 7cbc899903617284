package org.epione.chain.boundary;

import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.receipt.Inclusion;
import org.epione.ledger.record.RecordType;
import org.epione.platform.identity.PartyCode;

/**
 * A submitted record.
 *
 * @param decided when the receipt was received
 * @param inclusion where it stands, once final
 * @param reason why it was refused, if it was
 */
public record SubmissionView(
    Digest record,
    RecordType type,
    PartyCode hospital,
    SubmissionState state,
    Instant submitted,
    Optional<Instant> decided,
    Optional<Inclusion> inclusion,
    Optional<String> reason) {}
