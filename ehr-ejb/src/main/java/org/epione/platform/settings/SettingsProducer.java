package org.epione.platform.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.epione.settings.Settings;

/** The settings of the process, for injection. */
@ApplicationScoped
public class SettingsProducer {

  /** The settings: system property, else environment variable, else the caller's default. */
  @Produces
  public Settings settings() {
    return Settings.ofProcess();
  }
}
