package org.epione.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.epione.settings.Settings;
import org.junit.jupiter.api.Test;

class DatabaseAddressTest {

  private static DatabaseAddress of(Map<String, String> environment) {
    return DatabaseAddress.of(new Settings(name -> null, environment::get));
  }

  @Test
  void of_shouldBeADurableFileUnderHome_whenNothingIsSet() {
    DatabaseAddress address = of(Map.of("EPIONE_HOME", "/srv/epione"));
    assertThat(address.url())
        .startsWith("jdbc:h2:file:/srv/epione/database/epione;")
        .contains("WRITE_DELAY=0")
        .contains("DB_CLOSE_ON_EXIT=FALSE");
  }

  @Test
  void of_shouldKeepTheAddress_whenItIsPostgresql() {
    assertThat(of(Map.of("EPIONE_DB_URL", "jdbc:postgresql://db/epione", "EPIONE_DB_USER", "u")))
        .isEqualTo(new DatabaseAddress("jdbc:postgresql://db/epione", "u", ""));
  }

  @Test
  void ofOwner_shouldBeTheApplicationsRole_unlessAnotherIsNamed() {
    Map<String, String> one = Map.of("EPIONE_DB_URL", "jdbc:postgresql://db/epione");
    Map<String, String> two =
        Map.of(
            "EPIONE_DB_URL",
            "jdbc:postgresql://db/epione",
            "EPIONE_DB_OWNER",
            "o",
            "EPIONE_DB_OWNER_PASSWORD",
            "p");

    assertThat(DatabaseAddress.ofOwner(new Settings(name -> null, one::get))).isEqualTo(of(one));
    assertThat(DatabaseAddress.ofOwner(new Settings(name -> null, two::get)))
        .isEqualTo(new DatabaseAddress("jdbc:postgresql://db/epione", "o", "p"));
    assertThat(of(two).user()).isEqualTo("epione");
  }

  @Test
  void of_shouldRefuse_whenTheDatabaseIsUnknown() {
    assertThatThrownBy(() -> of(Map.of("EPIONE_DB_URL", "jdbc:mysql://u:hunter2@db/epione")))
        .hasMessageStartingWith("EHR-9001")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void toString_shouldShowNoPassword() {
    assertThat(
            of(
                Map.of(
                    "EPIONE_DB_URL",
                    "jdbc:postgresql://db/epione?password=hunter2",
                    "EPIONE_DB_PASSWORD",
                    "hunter3")))
        .hasToString("jdbc:postgresql://db/epione");
  }
}
