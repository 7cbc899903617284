package org.epione.enrolment.boundary;

/**
 * A message in the journal.
 *
 * @param digest of its bytes, in hex
 * @param settled whether it was answered before: a redelivery of the broker
 */
public record KeptMessage(String id, String digest, boolean settled) {}
