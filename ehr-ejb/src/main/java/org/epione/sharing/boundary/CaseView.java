package org.epione.sharing.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * A patient's grant as the system manager sees it: pseudonyms and standing, nothing of the record
 * or of who the patient is.
 *
 * @param id digest of the grant
 * @param doctor pseudo-identity of the doctor, in hexadecimal
 * @param patient pseudo-identity of the patient for this one episode, in hexadecimal
 * @param asking how doctor and hospital stand now
 * @param keepingCertified whether the certificate of the hospital that keeps the record counts now
 * @param state WAITING, ORDERED, ISSUING, ISSUED, REFUSING, REFUSED, WITHDRAWN, FORGOTTEN, or
 *     EXPIRED
 * @param allowedAhead whether the patient had granted it before it was asked for
 * @param readings how often the key was used
 * @param bundle the same for all that the doctor asked in one act, as her signatures show
 */
public record CaseView(
    String id,
    String request,
    String hospitalName,
    String askingHospitalName,
    String doctor,
    String patient,
    String episode,
    String purpose,
    Instant notBefore,
    Instant notAfter,
    Instant receivedAt,
    String state,
    Optional<String> reason,
    Standing asking,
    boolean keepingCertified,
    boolean allowedAhead,
    int readings,
    String bundle) {}
