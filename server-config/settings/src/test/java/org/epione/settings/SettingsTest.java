package org.epione.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static Settings of(Map<String, String> properties, Map<String, String> environment) {
    return new Settings(properties::get, environment::get);
  }

  @Test
  void text_shouldPreferThePropertyOverTheVariable_whenBothAreSet() {
    Settings settings = of(Map.of("epione.db.url", "p"), Map.of("EPIONE_DB_URL", "e"));
    assertThat(settings.text("epione.db.url")).contains("p");
  }

  @Test
  void text_shouldReadTheVariable_whenThePropertyIsBlank() {
    Settings settings = of(Map.of("epione.db.url", " "), Map.of("EPIONE_DB_URL", " e "));
    assertThat(settings.text("epione.db.url", "d")).isEqualTo("e");
  }

  @Test
  void text_shouldGiveTheDefault_whenNothingIsSet() {
    assertThat(of(Map.of(), Map.of("EPIONE_DB_URL", "")).text("epione.db.url", "d")).isEqualTo("d");
  }

  @Test
  void secret_shouldKeepSpaces_whenThePasswordHasThem() {
    assertThat(of(Map.of(), Map.of("EPIONE_ADMIN_PASSWORD", " a ")).secret("epione.admin.password"))
        .hasValueSatisfying(secret -> assertThat(secret).containsExactly(' ', 'a', ' '));
  }

  @Test
  void number_shouldRefuseWithoutRepeatingTheValue_whenItIsNotANumber() {
    Settings settings = of(Map.of(), Map.of("EPIONE_HTTP_PORT", "hunter2"));
    assertThatThrownBy(() -> settings.number("epione.http.port", 8080, 1, 65535))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("EPIONE_HTTP_PORT")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void number_shouldRefuse_whenItIsOutOfBounds() {
    Settings settings = of(Map.of(), Map.of("EPIONE_HTTP_PORT", "65536"));
    assertThatThrownBy(() -> settings.number("epione.http.port", 8080, 1, 65535))
        .isInstanceOf(InvalidSettingException.class);
  }

  @Test
  void node_shouldRefuse_whenItWouldBreakAQueueName() {
    assertThatThrownBy(() -> of(Map.of(), Map.of("EPIONE_NODE", "a.#")).node())
        .isInstanceOf(InvalidSettingException.class);
    assertThat(of(Map.of(), Map.of()).node()).isEqualTo("local");
  }

  @Test
  void databaseUrl_shouldRefuse_whenTheDatabaseIsNotSupported() {
    assertThatThrownBy(() -> of(Map.of(), Map.of("EPIONE_DB_URL", "jdbc:mysql://x")).databaseUrl())
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("EPIONE_DB_URL")
        .hasMessageNotContaining("mysql");
    assertThat(of(Map.of(), Map.of()).databaseUrl()).isEmpty();
  }

  @Test
  void home_shouldBeAbsolute_whenNotSet() {
    assertThat(of(Map.of(), Map.of()).home()).isEqualTo(Path.of("data").toAbsolutePath());
  }
}
