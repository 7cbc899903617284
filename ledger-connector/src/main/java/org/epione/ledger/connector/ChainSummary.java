package org.epione.ledger.connector;

import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;

/**
 * How a chain kept here is doing.
 *
 * @param hospital code of the hospital
 * @param chain its pseudo-identity
 * @param height of the last final block; -1 before the first
 * @param head hash of that block; 32 zero bytes before the first
 * @param headTime when that block was made; absent before the first
 * @param records number of records on the chain
 * @param pending number of records that wait
 * @param oldestPending since when the first of them waits
 * @param waitingBlock height of a block that waits for the cloud's signature
 * @param refusal why the cloud refused that block last
 * @param writer which server makes the blocks; absent before one did
 */
public record ChainSummary(
    String hospital,
    Pid chain,
    long height,
    Digest head,
    Optional<Instant> headTime,
    long records,
    long pending,
    Optional<Instant> oldestPending,
    Optional<Long> waitingBlock,
    Optional<String> refusal,
    Optional<ChainWriter> writer) {}
