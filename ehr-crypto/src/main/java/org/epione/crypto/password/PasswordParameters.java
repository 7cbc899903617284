package org.epione.crypto.password;

/**
 * What Argon2id costs. Bounded, since they are stored beside the salt and a tampered record must
 * not be able to exhaust the server.
 *
 * @param memoryKiB memory in KiB, from 8 for each lane to 1 GiB
 * @param passes 1 to 64
 * @param lanes 1 to 16
 */
public record PasswordParameters(int memoryKiB, int passes, int lanes) {

  private static final int MAX_MEMORY_KIB = 1 << 20;

  /** Checks the bounds. */
  public PasswordParameters {
    if (lanes < 1
        || lanes > 16
        || passes < 1
        || passes > 64
        || memoryKiB < 8 * lanes
        || memoryKiB > MAX_MEMORY_KIB) {
      throw new IllegalArgumentException("Argon2 parameters out of range");
    }
  }
}
