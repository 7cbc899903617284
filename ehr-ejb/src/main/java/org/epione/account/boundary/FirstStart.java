package org.epione.account.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.epione.account.control.AccountBook;
import org.epione.account.control.FirstAccount;
import org.epione.account.entity.Account;
import org.epione.custody.boundary.ServerKeys;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.settings.Settings;

/**
 * At the first start, makes the keys of the parties that this server hosts from the beginning
 * ({@code EPIONE_PARTIES}, default {@code SYSTEM-MANAGER,CLOUD}) and the first administrator, with
 * {@code EPIONE_ADMIN_USER} (default {@code admin}) and {@code EPIONE_ADMIN_PASSWORD}. There is no
 * default password: without one the application starts, and says that nobody can sign in. Later
 * starts change nothing.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@PermitAll
@DependsOn("SchemaMigration")
public class FirstStart {

  private static final Logger LOG = Logger.getLogger(FirstStart.class.getName());

  @Inject private Settings settings;

  @EJB private ServerKeys serverKeys;

  @Inject private AccountBook book;

  @Inject private FirstAccount first;

  /** Called by the container. */
  @PostConstruct
  void start() {
    // Refused now, and not when somebody signs in or books.
    settings.portalOrigin();
    settings.timeZone();
    List<PartyCode> parties = parties();
    parties.stream().filter(party -> !serverKeys.holds(party)).forEach(serverKeys::create);
    PartyCode party = parties.get(0);
    Role role = role(party);
    if (!book.anyActive(role)) {
      create(party, role);
    }
  }

  /** Whether an administrator exists, so that someone can sign in. */
  public boolean hasAdministrator() {
    return book.anyActive(role(parties().get(0)));
  }

  private void create(PartyCode party, Role role) {
    Optional<char[]> password = settings.secret("epione.admin.password");
    if (password.isEmpty()) {
      LOG.warning(
          () -> ErrorCode.NO_ADMINISTRATOR.code() + " " + ErrorCode.NO_ADMINISTRATOR.text());
      return;
    }
    try {
      Account account =
          first.create(party, role, settings.text("epione.admin.user", "admin"), password.get());
      LOG.info(() -> "first administrator made: account " + account.id());
    } catch (RefusedException weak) {
      LOG.severe(() -> ErrorCode.NO_ADMINISTRATOR.code() + " " + weak.getMessage());
    } finally {
      Arrays.fill(password.get(), '\0');
    }
  }

  private List<PartyCode> parties() {
    String named = settings.text("epione.parties", "SYSTEM-MANAGER,CLOUD");
    return Arrays.stream(named.split(",", -1)).map(String::strip).map(PartyCode::new).toList();
  }

  private static Role role(PartyCode party) {
    return party.equals(PartyCode.SYSTEM_MANAGER)
        ? Role.SYSTEM_MANAGER
        : Role.HOSPITAL_ADMINISTRATOR;
  }
}
