package org.epione.web.audit;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/**
 * Configurations of Chart.js, which PrimeFaces brings along, as JSON that may stand in a script
 * element. Nothing moves: whoever wants less motion, or a screenshot, gets the same.
 */
final class Plots {

  /** Dark enough beside each other, also for people who do not tell red from green. */
  private static final List<String> COLOURS =
      List.of(
          "#1f5fa8", "#b04a00", "#00695c", "#7b1fa2", "#8a6d00", "#a3003d", "#37474f", "#2e7d32");

  private Plots() {}

  /** A value at some place of the horizontal axis. */
  record Point(double x, double y) {}

  /** What one line shows. */
  record Line(String name, List<Point> points) {

    Line {
      points = List.copyOf(points);
    }
  }

  /** One bar for each label. */
  static String bars(String name, List<String> labels, List<Long> values) {
    JsonArrayBuilder heights = Json.createArrayBuilder();
    values.forEach(heights::add);
    JsonObjectBuilder bars =
        Json.createObjectBuilder()
            .add("label", name)
            .add("data", heights)
            .add("backgroundColor", COLOURS.get(0));
    return text(
        Json.createObjectBuilder()
            .add("type", "bar")
            .add(
                "data",
                Json.createObjectBuilder()
                    .add("labels", Json.createArrayBuilder(labels))
                    .add("datasets", Json.createArrayBuilder().add(bars)))
            .add(
                "options",
                options(false)
                    .add(
                        "scales",
                        Json.createObjectBuilder()
                            .add("x", axis("").add("ticks", ticks(10)))
                            .add("y", axis(name).add("beginAtZero", true))))
            .build());
  }

  /** Lines that go level until the next point; told apart by colour and dashes. */
  static String steps(String across, String upwards, List<Line> lines) {
    JsonArrayBuilder sets = Json.createArrayBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String colour = COLOURS.get(i % COLOURS.size());
      JsonArrayBuilder points = Json.createArrayBuilder();
      for (Point point : lines.get(i).points()) {
        points.add(Json.createObjectBuilder().add("x", point.x()).add("y", point.y()));
      }
      sets.add(
          Json.createObjectBuilder()
              .add("label", lines.get(i).name())
              .add("data", points)
              .add("stepped", true)
              .add("borderColor", colour)
              .add("backgroundColor", colour)
              .add("borderWidth", 2)
              .add("pointRadius", 2)
              .add("borderDash", Json.createArrayBuilder().add(2 + 3 * i).add(i == 0 ? 0 : 3)));
    }
    return text(
        Json.createObjectBuilder()
            .add("type", "line")
            .add("data", Json.createObjectBuilder().add("datasets", sets))
            .add(
                "options",
                options(true)
                    .add(
                        "scales",
                        Json.createObjectBuilder()
                            .add("x", axis(across).add("type", "linear").add("max", 0))
                            .add("y", axis(upwards))))
            .build());
  }

  private static JsonObjectBuilder options(boolean legend) {
    return Json.createObjectBuilder()
        .add("animation", false)
        .add("maintainAspectRatio", false)
        .add(
            "plugins",
            Json.createObjectBuilder()
                .add("legend", Json.createObjectBuilder().add("display", legend)));
  }

  private static JsonObjectBuilder axis(String title) {
    return Json.createObjectBuilder()
        .add(
            "title",
            Json.createObjectBuilder().add("display", !title.isEmpty()).add("text", title));
  }

  private static JsonObjectBuilder ticks(int most) {
    return Json.createObjectBuilder().add("maxTicksLimit", most).add("maxRotation", 0);
  }

  /** No name in it can end the script. */
  private static String text(JsonObject configuration) {
    return configuration.toString().replace("<", "\\u003c");
  }
}
