package org.epione.enrolment.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.epione.ledger.rules.BlockRules;
import org.epione.platform.error.RefusedException;
import org.epione.settings.Settings;
import org.junit.jupiter.api.Test;

class FoundingRulesTest {

  private static BlockRules rules(Map<String, String> environment) {
    return FoundingRules.of(new Settings(name -> null, environment::get));
  }

  private static void assertRefused(String variable, Map<String, String> environment) {
    assertThatThrownBy(() -> rules(environment))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(variable);
  }

  @Test
  void rules_shouldBeThePreset_butForWhatIsSet() {
    assertThat(rules(Map.of())).isEqualTo(BlockRules.DEFAULT);
    assertThat(rules(Map.of("EPIONE_BLOCK_RULES", "paper"))).isEqualTo(BlockRules.PAPER);
    assertThat(
            rules(
                Map.of(
                    "EPIONE_BLOCK_EPOCH", "P30D",
                    "EPIONE_BLOCK_RECORD_AGE", "P1D",
                    "EPIONE_BLOCK_CLOCK_SKEW", "PT10S")))
        .isEqualTo(
            new BlockRules(
                BlockRules.DEFAULT.maxRecords(),
                Duration.ZERO,
                Duration.ofDays(1),
                Duration.ofSeconds(10),
                Duration.ofDays(30)));
  }

  @Test
  void rules_shouldBeRefused_whenTheyMakeNoSense() {
    assertRefused("EPIONE_BLOCK_RULES", Map.of("EPIONE_BLOCK_RULES", "strict"));
    assertRefused("EPIONE_BLOCK_EPOCH", Map.of("EPIONE_BLOCK_EPOCH", "a year"));
    assertRefused("EPIONE_BLOCK_EPOCH", Map.of("EPIONE_BLOCK_EPOCH", "P3D"));
    assertRefused("EPIONE_BLOCK_RECORD_AGE", Map.of("EPIONE_BLOCK_RECORD_AGE", "-P1D"));
  }
}
