package org.epione.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.epione.ledger.transparency.NoteKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyProofCommandTest {

  @TempDir Path folder;

  private final LogOfOne world = new LogOfOne();
  private final NoteKey one = world.witness.key;
  private final NoteKey two = world.idle.key;
  private final Said said = new Said();
  private String file = "";

  @BeforeEach
  void write() throws Exception {
    file = Files.write(folder.resolve("proof"), world.proof(0, 2).encode()).toString();
  }

  private int verify(String... options) throws CommandFailure {
    List<String> arguments = new ArrayList<>(List.of(file, world.log.key.text()));
    arguments.addAll(List.of(options));
    return new VerifyProofCommand().run(arguments, said.terminal);
  }

  @Test
  void proof_shouldHold_whenNoWitnessIsRequired() throws Exception {
    assertThat(verify()).isZero();
    assertThat(said.output()).startsWith("VALID").doesNotContain("cosigned");
  }

  @Test
  void proof_shouldHoldAndSaySince_whenTheWitnessCosigned() throws Exception {
    assertThat(verify("--witness", one.text())).isZero();
    assertThat(said.output())
        .startsWith("VALID")
        .contains("2027-01-15T08:00:00Z by epione/SYSTEM-MANAGER/2");
  }

  @Test
  void proof_shouldFailAndNameTheWitness_whenOneDidNotCosign() throws Exception {
    assertThat(verify("--witness", one.text(), "--witness", two.text())).isEqualTo(1);
    assertThat(said.complaints())
        .startsWith("NOT VALID")
        .contains("size 2 is not cosigned by epione/HOSPITAL-B/3");
    assertThat(said.output()).isEmpty();
  }

  @Test
  void proof_shouldNotBeLookedAt_whenTheOptionsAreWrong() {
    for (String[] options :
        List.of(
            new String[] {"--witness"},
            new String[] {"--wittness", one.text()},
            new String[] {"--witness", world.log.key.text()},
            new String[] {"--witness", "key"})) {
      assertThatThrownBy(() -> verify(options))
          .isInstanceOf(CommandFailure.class)
          .hasMessageMatching("EHR-91(00|14) .*");
    }
  }
}
