package org.epione.enrolment.boundary;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.epione.platform.identity.PartyCode;

/**
 * A hospital as the system manager sees it.
 *
 * @param pid its pseudo-identity in hex; empty until admitted
 * @param hosted whether this server holds its keys
 * @param chainHeight the height of its chain where this server runs it; 0 is the founding block
 * @param refusal why it was refused; empty unless it was
 */
public record HospitalView(
    PartyCode code,
    String name,
    String administratorName,
    AdmissionState state,
    String pid,
    boolean hosted,
    OptionalLong chainHeight,
    Instant applied,
    Optional<Instant> decided,
    String refusal) {}
