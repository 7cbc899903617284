package org.epione.supervision.boundary;

import java.time.Instant;

/**
 * A record that a matter names, proven to stand on the chain.
 *
 * @param record id in hex
 * @param type name of its type
 * @param author who signed it: HOSPITAL, DOCTOR, CLOUD, PATIENT or SYSTEM_MANAGER
 * @param height of its block
 * @param at its time
 * @param says what it says beyond that, for a rejection the rule broken; else empty
 */
public record EvidenceView(
    String record, String type, String author, long height, Instant at, String says) {}
