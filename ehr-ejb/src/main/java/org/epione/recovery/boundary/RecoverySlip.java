package org.epione.recovery.boundary;

import java.time.Instant;

/**
 * What is handed to a person whose recovery was approved. Kept nowhere: who loses it asks again.
 *
 * @param code the one-time reset code, 16 characters of Crockford base32 in groups of four
 */
public record RecoverySlip(String name, String userName, String code, Instant expires) {

  /** Without name and code. */
  @Override
  public String toString() {
    return "RecoverySlip";
  }
}
