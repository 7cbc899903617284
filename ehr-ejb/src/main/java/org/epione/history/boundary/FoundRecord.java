package org.epione.history.boundary;

import java.time.Instant;

/**
 * A record that was found.
 *
 * @param id EID in hexadecimal, by which it is opened
 * @param reference for people
 * @param openedAt when its episode was opened
 */
public record FoundRecord(String id, String reference, Instant openedAt) {}
