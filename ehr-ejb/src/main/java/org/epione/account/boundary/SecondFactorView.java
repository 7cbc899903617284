package org.epione.account.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether a person has a second factor.
 *
 * @param since when it was confirmed; empty where there is none
 * @param recoveryCodes how many recovery codes are left
 * @param compulsory whether the person's role needs one
 */
public record SecondFactorView(Optional<Instant> since, int recoveryCodes, boolean compulsory) {}
