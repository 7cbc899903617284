package org.epione.demo.client;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An episode as its hospital sees it.
 *
 * @param reference what people call it, {@code E-XXXX-XXXX-XXXX}
 * @param reason why it stopped, empty otherwise
 * @param signatures how many of its doctors have signed
 * @param returned how often a turn was sent back
 * @param voided how many signatures became void by that, once the turn has come back
 * @param turn place of the doctor who has the turn, from 1; 0 while nobody has it
 * @param changes where the changes of its team stand: {@code PROPOSED}, {@code AGREED}, {@code
 *     IN_FORCE} and what else there is
 * @param opened block of the opening
 * @param diagnosis block of the sealed record
 * @param stored block of the cloud's receipt
 */
public record Episode(
    String id,
    String reference,
    String state,
    String reason,
    int signatures,
    int returned,
    int voided,
    int turn,
    List<String> changes,
    Optional<Block> opened,
    Optional<Block> diagnosis,
    Optional<Block> stored) {

  private static final Set<String> ENDED = Set.of("STOPPED", "DECLINED", "REJECTED");

  static Episode of(JsonObject row) {
    return new Episode(
        row.getString("id"),
        row.getString("reference"),
        row.getString("state"),
        Fields.text(row, "reason").orElse(""),
        signatures(row),
        row.getInt("returned"),
        Fields.objects(row, "voidParts").size(),
        turn(row),
        Fields.objects(row, "changes").stream().map(change -> change.getString("state")).toList(),
        Block.of(row, "openedBlock"),
        Block.of(row, "diagnosisBlock"),
        Block.of(row, "storedBlock"));
  }

  private static int signatures(JsonObject row) {
    return (int)
        Fields.objects(row, "team").stream()
            .filter(member -> Fields.text(member, "signedAt").isPresent())
            .count();
  }

  private static int turn(JsonObject row) {
    return Fields.objects(row, "team").stream()
        .filter(member -> member.getBoolean("hasTurn"))
        .mapToInt(member -> member.getInt("place"))
        .findFirst()
        .orElse(0);
  }

  /** Whether the record is sealed, stored and on the chain. */
  public boolean complete() {
    return state.equals("FINAL");
  }

  /** Whether nothing more will happen to it. */
  public boolean ended() {
    return complete() || ENDED.contains(state);
  }
}
