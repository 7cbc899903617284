package org.epione.enrolment.boundary;

import java.time.Instant;

/**
 * A received HL7 message without its content.
 *
 * @param sender sending application and facility as sent
 * @param event type and trigger event, for example ADT A04
 * @param fault the stable code of what was wrong; empty where nothing was
 */
public record Hl7MessageView(
    String id,
    Instant received,
    String sender,
    String controlId,
    String event,
    Hl7State state,
    String fault,
    long size) {}
