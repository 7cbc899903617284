package org.epione.account.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.epione.account.boundary.Role;
import org.epione.settings.InvalidSettingException;
import org.epione.settings.Settings;

/**
 * The roles that need a second factor: {@code EPIONE_SECOND_FACTOR_ROLES}, for example {@code
 * SYSTEM_MANAGER,AUDITOR}; none where it is not set.
 */
@ApplicationScoped
public class CompulsoryRoles {

  private static final String SETTING = "epione.second.factor.roles";

  @Inject private Settings settings;

  /** Whether the role needs one. */
  public boolean contains(Role role) {
    return roles().contains(role);
  }

  private Set<Role> roles() {
    String named = settings.text(SETTING, "");
    try {
      return named.isEmpty()
          ? EnumSet.noneOf(Role.class)
          : Arrays.stream(named.split(",", -1))
              .map(String::strip)
              .map(Role::valueOf)
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    } catch (IllegalArgumentException noRole) {
      throw new InvalidSettingException(
          Settings.variable(SETTING), "roles of " + Arrays.toString(Role.values()), noRole);
    }
  }
}
