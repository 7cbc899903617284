package org.epione.ledger.rules;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * How reports against the hospital and appeals move credit (Liu D: "hospitals are supervised by SM
 * and doctors"); in points, each 0 to 65,535.
 *
 * @param minor what a report costs the hospital that the system manager upholds as minor, at least
 *     1
 * @param major the same for a major one, at least {@code minor}
 * @param grave the same for a grave one, at least {@code major}
 * @param storage what a stored diagnosis gives back to the hospital: the cloud signs it, so that a
 *     hospital cannot earn alone
 * @param readmission where whoever is readmitted starts again
 */
public record Supervision(int minor, int major, int grave, int storage, int readmission) {

  /** 5, 20 and 50 for a report, 1 back for a stored diagnosis, 70 after readmission. */
  public static final Supervision DEFAULT = new Supervision(5, 20, 50, 1, 70);

  /** Checks the ranges. */
  public Supervision {
    if (minor < 1 || major < minor || grave < major || grave > 0xffff) {
      throw new IllegalArgumentException("supervision: 1 <= minor <= major <= grave <= 65535");
    }
    if (storage < 0 || storage > 0xffff || readmission < 0 || readmission > 0xffff) {
      throw new IllegalArgumentException("supervision: weights out of range");
    }
  }

  /** What an upheld report of this severity costs. */
  public int cost(Severity severity) {
    return switch (severity) {
      case MINOR -> minor;
      case MAJOR -> major;
      case GRAVE -> grave;
    };
  }

  void write(CanonicalWriter to) {
    to.u16(minor).u16(major).u16(grave).u16(storage).u16(readmission);
  }

  static Supervision read(CanonicalReader from) {
    return new Supervision(from.u16(), from.u16(), from.u16(), from.u16(), from.u16());
  }
}
