package org.epione.web.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.epione.ledger.rules.CreditRules;
import org.epione.ledger.rules.Severity;
import org.epione.ledger.state.RejectionReason;
import org.epione.supervision.boundary.CaseState;
import org.epione.supervision.boundary.FilingState;
import org.epione.supervision.boundary.MatterKind;
import org.epione.supervision.boundary.Outcome;
import org.junit.jupiter.api.Test;

class SupervisionWordsTest {

  private final ResourceBundle words = ResourceBundle.getBundle("org.epione.web.supervision");

  @Test
  void words_shouldBeThere_forWhateverMovesAScore() {
    Stream<String> faults =
        Arrays.stream(RejectionReason.values())
            .filter(reason -> reason.isFault(new CreditRules(100, 60, 100, 10, 1)))
            .map(Enum::name);
    Stream<String> severities = Arrays.stream(Severity.values()).map(Enum::name);

    assertThat(Stream.concat(faults, severities).map("rule."::concat)).allMatch(words::containsKey);
  }

  @Test
  void words_shouldBeThere_forHowMattersStand() {
    assertThat(names(MatterKind.values(), "kind.")).allMatch(words::containsKey);
    assertThat(names(FilingState.values(), "filing.")).allMatch(words::containsKey);
    assertThat(names(CaseState.values(), "case.")).allMatch(words::containsKey);
    assertThat(names(Outcome.values(), "outcome.")).allMatch(words::containsKey);
    assertThat(names(Outcome.values(), "choice.")).allMatch(words::containsKey);
  }

  private static Stream<String> names(Enum<?>[] values, String kind) {
    return Arrays.stream(values).map(value -> kind + value.name());
  }
}
