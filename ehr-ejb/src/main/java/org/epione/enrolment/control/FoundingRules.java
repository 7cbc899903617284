package org.epione.enrolment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.epione.ledger.rules.BlockRules;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.settings.Settings;

/**
 * The rules of blocks and epochs that the founding of a chain fixes for ever: {@code
 * EPIONE_BLOCK_RULES}, in which {@code EPIONE_BLOCK_RECORD_AGE}, {@code EPIONE_BLOCK_CLOCK_SKEW}
 * and {@code EPIONE_BLOCK_EPOCH} replace single durations (ISO 8601).
 */
@ApplicationScoped
public class FoundingRules {

  @Inject private Settings settings;

  /**
   * The rules for a hospital that is admitted now.
   *
   * @throws RefusedException EHR-1004 when a setting makes no sense, so that nothing is founded
   */
  public BlockRules rules() {
    return of(settings);
  }

  /** Those of these settings. */
  static BlockRules of(Settings settings) {
    BlockRules preset = preset(settings.text("epione.block.rules", "default"));
    try {
      return new BlockRules(
          preset.maxRecords(),
          preset.maxWait(),
          duration(settings, "epione.block.record.age", preset.maxRecordAge()),
          duration(settings, "epione.block.clock.skew", preset.maxClockSkew()),
          duration(settings, "epione.block.epoch", preset.epoch()));
    } catch (IllegalArgumentException senseless) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT,
          "EPIONE_BLOCK_EPOCH must be longer than EPIONE_BLOCK_RECORD_AGE and twice"
              + " EPIONE_BLOCK_CLOCK_SKEW, and none of them negative.");
    }
  }

  private static BlockRules preset(String name) {
    return switch (name) {
      case "default" -> BlockRules.DEFAULT;
      case "paper" -> BlockRules.PAPER;
      default ->
          throw new RefusedException(
              ErrorCode.INVALID_INPUT, "EPIONE_BLOCK_RULES is neither default nor paper.");
    };
  }

  private static Duration duration(Settings settings, String name, Duration otherwise) {
    try {
      return settings.text(name).map(Duration::parse).orElse(otherwise);
    } catch (DateTimeParseException e) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT,
          Settings.variable(name) + " is no duration such as P365D or PT90S.");
    }
  }
}
