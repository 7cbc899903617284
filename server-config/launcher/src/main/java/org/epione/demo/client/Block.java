package org.epione.demo.client;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * Where a record stands in a hospital's chain.
 *
 * @param height of the block, 0 is the admission of the hospital
 * @param index of the record in the block
 */
public record Block(long height, int index) {
  static Optional<Block> of(JsonObject holder, String name) {
    JsonValue block = holder.get(name);
    if (block == null || block.getValueType() != JsonValue.ValueType.OBJECT) {
      return Optional.empty();
    }
    JsonObject place = block.asJsonObject();
    return Optional.of(
        new Block(place.getJsonNumber("height").longValueExact(), place.getInt("index")));
  }

  @Override
  public String toString() {
    return height + "/" + index;
  }
}
