package org.epione.record.boundary;

import java.util.Optional;
import org.epione.crypto.transcript.Digest;

/**
 * Where a finished record is.
 *
 * @param state name of the state
 * @param diagnosis id of the DIAGNOSIS record
 * @param stored id of the STORED record, once the cloud has answered
 * @param location where the cloud keeps the ciphertext
 */
public record RecordFacts(
    String state,
    Optional<String> reason,
    Digest diagnosis,
    Optional<Digest> stored,
    Digest ciphertext,
    long ciphertextLength,
    Optional<String> location) {}
