package org.epione.supervision.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * A record that moved a score.
 *
 * @param record id in hex
 * @param content digest of its content in hex, by which an appeal names it
 * @param type name of its type
 * @param reason the rule broken, for a rejection; the severity, for an upheld report; else empty
 * @param height of its block
 * @param at its time
 * @param points gained, or lost if negative
 * @param after points after it
 * @param appealable whether whoever lost can appeal against it now
 * @param appeal how an appeal against it stands: OPEN, GRANTED or DISMISSED
 */
public record MovementView(
    String record,
    String content,
    String type,
    String reason,
    long height,
    Instant at,
    int points,
    int after,
    boolean appealable,
    Optional<String> appeal) {}
