package org.epione.team.boundary;

import java.util.List;

/**
 * An episode of which the caller can let others read what was written before they came.
 *
 * @param episode EID in hex
 * @param doctors names of those who lack it
 */
public record PassOnEntry(String episode, String reference, List<String> doctors) {}
