package org.epione.sharing.boundary;

import org.epione.platform.identity.AccountId;

/**
 * That the system manager released its share for an emergency.
 *
 * @param emergency 32 hexadecimal digits
 * @param officer who did
 */
public record EmergencyRelease(String emergency, AccountId officer) {}
