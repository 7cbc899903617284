package org.epione.web.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.epione.access.boundary.Act;
import org.epione.account.boundary.Role;
import org.epione.disclosure.boundary.Basis;
import org.epione.disclosure.boundary.ComplaintOutcome;
import org.epione.ledger.record.RecordType;
import org.junit.jupiter.api.Test;

class DisclosureWordsTest {

  private final ResourceBundle words = ResourceBundle.getBundle("org.epione.web.disclosure");

  @Test
  void words_shouldBeThere_forWhateverIsTold() {
    assertThat(names(Act.values(), "act.")).allMatch(words::containsKey);
    assertThat(names(Role.values(), "role.")).allMatch(words::containsKey);
    assertThat(names(RecordType.Author.values(), "role.")).allMatch(words::containsKey);
    assertThat(names(Basis.values(), "basis.")).allMatch(words::containsKey);
    assertThat(names(ComplaintOutcome.values(), "outcome.")).allMatch(words::containsKey);
    assertThat(
            Stream.of(
                    "ACCESS_REQUESTED",
                    "CONSENT_GIVEN",
                    "STANDING_CONSENT_USED",
                    "EMERGENCY_OPENED",
                    "EMERGENCY_REVIEWED",
                    "CONSENT_REFUSED",
                    "CONSENT_WITHDRAWN",
                    "RE_ENCRYPTION_KEY_ISSUED",
                    "ACCESS_REFUSED",
                    "RECORD_READ")
                .map("act."::concat))
        .allMatch(words::containsKey);
  }

  private static Stream<String> names(Enum<?>[] values, String kind) {
    return Arrays.stream(values).map(value -> kind + value.name());
  }
}
