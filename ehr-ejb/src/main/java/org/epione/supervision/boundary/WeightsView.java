package org.epione.supervision.boundary;

import java.util.Optional;
import org.epione.ledger.rules.CreditRules;
import org.epione.ledger.rules.Supervision;

/**
 * The rules of credit in force on a chain, in points.
 *
 * @param reports the weights of reports and appeals; empty on a chain whose rules have none
 */
public record WeightsView(
    int initial, int floor, int maximum, int rejection, int acceptance, Optional<Reports> reports) {

  /** What a chain begins with. */
  public static final WeightsView DEFAULT = of(CreditRules.DEFAULT);

  /** The weights of reports and appeals. */
  public record Reports(int minor, int major, int grave, int storage, int readmission) {}

  /**
   * The same as a chain has them.
   *
   * @throws IllegalArgumentException if they make no sense together
   */
  public CreditRules rules() {
    return new CreditRules(
        initial,
        floor,
        maximum,
        rejection,
        acceptance,
        reports.map(
            given ->
                new Supervision(
                    given.minor(),
                    given.major(),
                    given.grave(),
                    given.storage(),
                    given.readmission())));
  }

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
