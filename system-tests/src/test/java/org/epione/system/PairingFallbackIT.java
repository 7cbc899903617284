package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.file.Files;
import java.time.Duration;
import org.epione.demo.client.PortalAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A server that is told to do without the native library does so, and says so. */
@Execution(ExecutionMode.CONCURRENT)
class PairingFallbackIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void server_shouldSayInLogAndHealth_thatPairingsAreSlow() throws Exception {
    Installation installation =
        Installation.create("fallback").with("JAVA_TOOL_OPTIONS", "-Depione.pairing=bouncycastle");
    try (RunningServer server = installation.start()) {
      PortalAnswer health =
          World.stage(server.installation(), PATIENCE)
              .portal()
              .stranger()
              .ask("GET", "/health/ready", null);

      assertThat(health.status()).isEqualTo(200);
      JsonObject pairing = check(health.text(), "pairing");
      assertThat(pairing.getString("backend")).isEqualTo("bouncycastle");
      assertThat(pairing.getString("notice")).contains("Bouncy Castle");
      assertThat(Files.readString(installation.home().resolve("logs").resolve("server.0.log")))
          .contains("pairing backend: bouncycastle", pairing.getString("notice"));
    }
  }

  private static JsonObject check(String health, String name) {
    try (JsonReader reader = Json.createReader(new StringReader(health))) {
      return reader.readObject().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
          .filter(check -> check.getString("name").equals(name))
          .findFirst()
          .orElseThrow()
          .getJsonObject("data");
    }
  }
}
