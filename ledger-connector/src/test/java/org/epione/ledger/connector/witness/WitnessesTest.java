package org.epione.ledger.connector.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epione.ledger.connector.port.PartyDirectory;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.PartyKind;
import org.epione.ledger.identity.Pid;
import org.junit.jupiter.api.Test;

class WitnessesTest {

  private static PartyDirectory hospitals(List<String> codes) {
    return new PartyDirectory() {
      @Override
      public Optional<PartyCertificate> certificate(String code) {
        return Optional.empty();
      }

      @Override
      public Optional<String> codeOf(Pid pid) {
        return Optional.empty();
      }

      @Override
      public List<String> codes(PartyKind kind) {
        return switch (kind) {
          case SYSTEM_MANAGER -> List.of("SM");
          case HOSPITAL -> codes;
          case CLOUD -> List.of("CLOUD");
        };
      }

      @Override
      public boolean hosts(String code) {
        return false;
      }
    };
  }

  @Test
  void witnesses_shouldBeTheSystemManagerAndTheHospitalsThatFollow() {
    assertThat(Witnesses.of("B", hospitals(List.of("C", "A", "B"))))
        .containsExactly("SM", "C", "A");
    assertThat(Witnesses.of("A", hospitals(List.of("A")))).containsExactly("SM");
    assertThat(Witnesses.of("A", hospitals(List.of()))).containsExactly("SM");
  }

  @Test
  void hospitals_shouldAllHaveTheSameToDo_whenThereAreMany() {
    List<String> codes = new ArrayList<>();
    for (int i = 100; i < 140; i++) {
      codes.add("H" + i);
    }
    PartyDirectory directory = hospitals(codes);
    List<String> asked = new ArrayList<>();
    for (String code : codes) {
      assertThat(Witnesses.of(code, directory)).hasSize(16).doesNotContain(code);
      asked.addAll(Witnesses.of(code, directory));
    }
    for (String code : codes) {
      assertThat(asked.stream().filter(code::equals)).hasSize(15);
    }
  }
}
