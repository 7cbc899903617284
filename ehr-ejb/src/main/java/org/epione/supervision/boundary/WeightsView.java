package org.epione.supervision.boundary;

import java.util.Optional;
import org.epione.ledger.rules.CreditRules;

/**
 * The rules of credit in force on a chain, in points.
 *
 * @param reports the weights of reports and appeals; empty on a chain whose rules have none
 */
public record WeightsView(
    int initial, int floor, int maximum, int rejection, int acceptance, Optional<Reports> reports) {

  /** The weights of reports and appeals. */
  public record Reports(int minor, int major, int grave, int storage, int readmission) {}

  /** Those of {@code rules}. */
  public static WeightsView of(CreditRules rules) {
    return new WeightsView(
        rules.initial(),
        rules.floor(),
        rules.maximum(),
        rules.rejection(),
        rules.acceptance(),
        rules
            .supervision()
            .map(
                weights ->
                    new Reports(
                        weights.minor(),
                        weights.major(),
                        weights.grave(),
                        weights.storage(),
                        weights.readmission())));
  }
}
