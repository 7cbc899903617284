package org.epione.audit.boundary;

import java.time.Instant;

/**
 * An episode in a list, by pseudonyms only.
 *
 * @param id its identity (EID), in hexadecimal
 * @param doctors how many are in its team
 * @param state OPENED, DIAGNOSED or STORED
 */
public record EpisodeSummary(
    String id, String reference, String hospital, Instant openedAt, int doctors, String state) {}
