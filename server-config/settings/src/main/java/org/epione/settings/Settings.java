package org.epione.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one installation. A setting has one dotted name, for example {@code
 * epione.db.url}. Its value is the system property of that name, else the environment variable of
 * the same name in capitals with underscores ({@code EPIONE_DB_URL}), else the default that the
 * caller gives. A blank value counts as absent, so that an empty line in a service's environment
 * file does not override a default.
 */
public final class Settings {

  /** Reads a variable of one source; null where it is not set. */
  @FunctionalInterface
  public interface Source {
    @Nullable String value(String name);
  }

  private final Source properties;
  private final Source environment;

  /** Settings from the given sources, for tests and for settings prepared for another process. */
  public Settings(Source properties, Source environment) {
    this.properties = properties;
    this.environment = environment;
  }

  /** The settings of the running process. */
  public static Settings ofProcess() {
    return new Settings(System::getProperty, System::getenv);
  }

  /** The value, stripped, or empty where neither source has it. */
  public Optional<String> text(String name) {
    return first(properties.value(name), environment.value(variable(name))).map(String::strip);
  }

  /** The value, or the default. */
  public String text(String name, String otherwise) {
    return text(name).orElse(otherwise);
  }

  /**
   * A secret value, not stripped: a password may begin or end with a space.
   *
   * @return the characters, which the caller wipes; empty where not set
   */
  public Optional<char[]> secret(String name) {
    return first(properties.value(name), environment.value(variable(name)))
        .map(String::toCharArray);
  }

  /**
   * A whole number within bounds.
   *
   * @throws InvalidSettingException when the value is not one
   */
  public int number(String name, int otherwise, int least, int most) {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value.get());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      throw new InvalidSettingException(
          variable(name), "a whole number from " + least + " to " + most, notANumber);
    }
    throw new InvalidSettingException(
        variable(name), "a whole number from " + least + " to " + most, null);
  }

  /** The folder that holds everything this installation keeps: absolute, normalised. */
  public Path home() {
    try {
      return Path.of(text("epione.home", "data")).toAbsolutePath().normalize();
    } catch (InvalidPathException unusable) {
      throw new InvalidSettingException("EPIONE_HOME", "the path of a folder", unusable);
    }
  }

  /**
   * The name of this deployment among those that share a broker: 1 to 32 of {@code a-z 0-9 -}.
   *
   * @throws InvalidSettingException when it is not, because it becomes part of queue names
   */
  public String node() {
    String node = text("epione.node", "local");
    if (!node.matches("[a-z0-9-]{1,32}")) {
      throw new InvalidSettingException(
          "EPIONE_NODE", "1 to 32 lower case letters, digits and hyphens", null);
    }
    return node;
  }

  /**
   * The database's JDBC address, where one is named.
   *
   * @throws InvalidSettingException when it is of a database that is not supported
   */
  public Optional<String> databaseUrl() {
    Optional<String> url = text("epione.db.url");
    if (url.filter(named -> !named.matches("jdbc:(h2|postgresql):.+")).isPresent()) {
      throw new InvalidSettingException(
          "EPIONE_DB_URL", "an address that begins with jdbc:h2: or jdbc:postgresql:", null);
    }
    return url;
  }

  /**
   * Where browsers reach the portal; empty where it is not set, and then there are no passkeys.
   *
   * @throws InvalidSettingException when browsers would make no passkey for it
   */
  public Optional<PortalOrigin> portalOrigin() {
    return text("epione.portal.origin")
        .map(
            named ->
                PortalOrigin.parse(named)
                    .orElseThrow(
                        () ->
                            new InvalidSettingException(
                                "EPIONE_PORTAL_ORIGIN", PortalOrigin.EXPECTED, null)));
  }

  /**
   * The time zone of the hospitals of this server; UTC where none is set.
   *
   * @throws InvalidSettingException when there is no such time zone
   */
  public ZoneId timeZone() {
    try {
      return ZoneId.of(text("epione.time.zone", "UTC"));
    } catch (DateTimeException unknown) {
      throw new InvalidSettingException(
          "EPIONE_TIME_ZONE", "a time zone such as Europe/Vienna", unknown);
    }
  }

  /** The environment variable of a setting: {@code epione.db.url} is {@code EPIONE_DB_URL}. */
  public static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  private static Optional<String> first(@Nullable String property, @Nullable String variable) {
    return Optional.ofNullable(property)
        .filter(value -> !value.isBlank())
        .or(() -> Optional.ofNullable(variable).filter(value -> !value.isBlank()));
  }
}
