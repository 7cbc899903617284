package org.epione.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @CsvSource({
    "https://ehr.hospital.example, https://ehr.hospital.example, ehr.hospital.example",
    "HTTPS://EHR.Hospital.example:443, https://ehr.hospital.example, ehr.hospital.example",
    "https://ehr.hospital.example:8443, https://ehr.hospital.example:8443, ehr.hospital.example",
    "https://xn--krankenhuser-kcb.example, https://xn--krankenhuser-kcb.example, xn--krankenhuser-kcb.example",
    "http://localhost:8080, http://localhost:8080, localhost",
    "http://localhost, http://localhost, localhost"
  })
  void portalOrigin_shouldBeAsBrowsersWriteIt(String value, String origin, String host) {
    assertThat(of(Map.of(), Map.of("EPIONE_PORTAL_ORIGIN", value)).portalOrigin())
        .contains(new PortalOrigin(origin, host));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ehr.hospital.example",
        "http://ehr.hospital.example",
        "http://127.0.0.1:8080",
        "https://127.0.0.1",
        "https://10.0.0.7:8443",
        "https://[::1]:8443",
        "https://ehr.hospital.example/",
        "https://ehr.hospital.example/ehr",
        "https://ehr.hospital.example?x=hunter2",
        "https://ehr.hospital.example#x",
        "https://user:hunter2@ehr.hospital.example",
        "https://ehr.hospital.example:0",
        "https://ehr.hospital.example:99999",
        "https://-ehr.example",
        "https://ehr_1.example",
        "https://krankenhäuser.example",
        "https://ehr.hospital.example.",
        "https://",
        "ftp://localhost",
        "http://localhost.evil.example",
        "https://a.example https://b.example",
        "mailto:hunter2@example.org"
      })
  void portalOrigin_shouldRefuse_whatBrowsersMakeNoPasskeyFor(String value) {
    Settings settings = of(Map.of(), Map.of("EPIONE_PORTAL_ORIGIN", value));
    assertThatThrownBy(settings::portalOrigin)
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("EPIONE_PORTAL_ORIGIN must be https://")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void portalOrigin_shouldBeAbsent_whenNotSet() {
    assertThat(of(Map.of(), Map.of("EPIONE_PORTAL_ORIGIN", " ")).portalOrigin()).isEmpty();
  }

  @Test
  void timeZone_shouldBeUtc_whenNotSet() {
    assertThat(of(Map.of(), Map.of()).timeZone()).isEqualTo(ZoneId.of("UTC"));
    assertThat(of(Map.of(), Map.of("EPIONE_TIME_ZONE", "Europe/Vienna")).timeZone())
        .isEqualTo(ZoneId.of("Europe/Vienna"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Wien", "Vienna", "europe/vienna", "GMT+99", "hunter2", "\u0000"})
  void timeZone_shouldRefuse_whatIsNone(String value) {
    Settings settings = of(Map.of(), Map.of("EPIONE_TIME_ZONE", value));
    assertThatThrownBy(settings::timeZone)
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "EHR-9001 EPIONE_TIME_ZONE must be a time zone such as Europe/Vienna."
                + " Correct it and start again.");
  }

  @Test
  void home_shouldBeAbsolute_whenNotSet() {
    assertThat(of(Map.of(), Map.of()).home()).isEqualTo(Path.of("data").toAbsolutePath());
  }
}
