package org.epione.record.entity;

import org.epione.crypto.codec.ByteString;

/**
 * What is kept of a record's content.
 *
 * @param diagnosis encoded DIAGNOSIS record
 * @param diagnosisId its id in hex
 * @param ciphertextDigest in hex
 */
public record RecordContentFacts(
    ByteString diagnosis, String diagnosisId, String ciphertextDigest, long ciphertextLength) {}
