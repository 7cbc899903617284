package org.epione.supervision.boundary;

import java.util.Optional;
import org.epione.ledger.rules.Severity;

/** How the system manager decided. */
public enum Outcome {
  /** A report is upheld as minor. */
  MINOR,
  /** A report is upheld as major. */
  MAJOR,
  /** A report is upheld as grave. */
  GRAVE,
  /** An appeal is granted. */
  GRANTED,
  /** A report or an appeal is dismissed. */
  DISMISSED;

  /** Whether a matter of that kind can end so. */
  public boolean fits(MatterKind kind) {
    return this == DISMISSED || (kind == MatterKind.REPORT) == (this != GRANTED);
  }

  /** The severity of an upheld report. */
  public Optional<Severity> severity() {
    return switch (this) {
      case MINOR -> Optional.of(Severity.MINOR);
      case MAJOR -> Optional.of(Severity.MAJOR);
      case GRAVE -> Optional.of(Severity.GRAVE);
      case GRANTED, DISMISSED -> Optional.empty();
    };
  }
}
