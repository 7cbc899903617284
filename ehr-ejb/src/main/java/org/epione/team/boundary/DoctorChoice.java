package org.epione.team.boundary;

import java.time.Instant;
import org.epione.platform.identity.AccountId;

/** A doctor whom a registrar can put into a team: enrolled, certificate valid, in good standing. */
public record DoctorChoice(
    AccountId account, String name, String specialty, int credit, Instant certifiedUntil) {}
