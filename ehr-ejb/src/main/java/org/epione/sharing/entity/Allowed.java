package org.epione.sharing.entity;

import java.time.Instant;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.sharing.boundary.Purpose;

/**
 * Who is allowed what beforehand: the facts of a {@link StandingRule}.
 *
 * @param hospital that keeps the records
 * @param allRecords all of the patient's records there, also later ones
 */
public record Allowed(
    PartyCode hospital,
    AccountId patient,
    AllowedDoctor doctor,
    Purpose purpose,
    boolean allRecords,
    Instant notAfter) {}
