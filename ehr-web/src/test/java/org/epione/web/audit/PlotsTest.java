package org.epione.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.epione.web.audit.Plots.Line;
import org.epione.web.audit.Plots.Point;
import org.junit.jupiter.api.Test;

class PlotsTest {

  private static JsonObject read(String configuration) {
    try (var reader = Json.createReader(new StringReader(configuration))) {
      return reader.readObject();
    }
  }

  private static JsonObject firstSet(JsonObject configuration) {
    return configuration.getJsonObject("data").getJsonArray("datasets").getJsonObject(0);
  }

  @Test
  void bars_shouldHaveTheValuesUnderTheirLabels() {
    JsonObject bars =
        read(Plots.bars("Records", List.of("Mon 01:00", "Mon 02:00"), List.of(3L, 0L)));
    assertThat(bars.getString("type")).isEqualTo("bar");
    assertThat(bars.getJsonObject("data").getJsonArray("labels").getString(1))
        .isEqualTo("Mon 02:00");
    assertThat(firstSet(bars).getJsonArray("data").getInt(0)).isEqualTo(3);
  }

  @Test
  void steps_shouldGoThroughThePoints_andNoNameEndsTheScript() {
    String text =
        Plots.steps(
            "Days",
            "Points",
            List.of(new Line("Dr. </script>", List.of(new Point(-2.5, 100), new Point(0, 90)))));
    assertThat(text).doesNotContain("<");
    JsonObject line = firstSet(read(text));
    assertThat(line.getString("label")).isEqualTo("Dr. </script>");
    assertThat(line.getJsonArray("data").getJsonObject(0).getJsonNumber("x").doubleValue())
        .isEqualTo(-2.5);
    assertThat(line.getBoolean("stepped")).isTrue();
  }
}
