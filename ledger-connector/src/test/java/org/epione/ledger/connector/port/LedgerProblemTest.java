package org.epione.ledger.connector.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.epione.ledger.rules.CreditRules;
import org.epione.ledger.state.RejectionReason;
import org.junit.jupiter.api.Test;

class LedgerProblemTest {

  @Test
  void code_shouldBeUniqueAndInTheLedgersRange() {
    assertThat(Arrays.stream(LedgerProblem.values()).map(LedgerProblem::code))
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("EHR-5[0-9]{3}"));
  }

  @Test
  void rejectionReasons_shouldFitTheirColumnAndFormat() {
    assertThat(Arrays.stream(RejectionReason.values()).map(Enum::name))
        .allMatch(name -> name.matches("[A-Z_]{1,32}"));
    assertThat(Arrays.stream(RejectionReason.values()))
        .noneMatch(reason -> reason.isFault(CreditRules.DEFAULT) && reason.mayPass());
  }
}
