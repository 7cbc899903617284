package org.epione.ledger.connector.store;

import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.transcript.Digest;

/**
 * What is known of a block that was decided on without reading it: it waits for the hospital's
 * signature, then for the cloud's.
 *
 * @param height which block of the chain
 * @param hash that of its header
 * @param signed whether the hospital has signed
 * @param sent when it was sent last
 * @param attempts how often it was sent
 * @param refusal why the cloud refused it last
 */
public record ProposalRow(
    long height,
    Digest hash,
    boolean signed,
    Instant sent,
    int attempts,
    Optional<String> refusal) {}
