package org.epione.enrolment;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.epione.account.boundary.AccountView;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.custody.boundary.ServerKeys;
import org.epione.enrolment.boundary.Hospitals;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.settings.Settings;
import org.epione.team.Wire;
import org.epione.testing.Container;

/** A fresh installation with the parties of the first start, real keys, accounts and chains. */
public final class Installation implements AutoCloseable {

  /** The hospital of the tests. */
  public static final PartyCode A = new PartyCode("HOSPITAL-A");

  public final Container container = Container.start();
  public final Wire wire = new Wire(container);
  private final FakeCallers callers =
      new FakeCallers(Role.SYSTEM_MANAGER, PartyCode.SYSTEM_MANAGER);

  /** With its keys in that folder. */
  public Installation(Path home) {
    Map<String, String> environment =
        Map.of(
            "EPIONE_HOME", home.toString(),
            "EPIONE_PASSWORD_MEMORY_KIB", "8192",
            "EPIONE_PASSWORD_PASSES", "1");
    container
        .with(Settings.class, new Settings(name -> null, environment::get))
        .with(CryptoSuite.class, CryptoSuite.create(new SecureRandomSource()))
        .with(Callers.class, callers);
    container.inTransaction(
        () -> {
          bean(ServerKeys.class).create(PartyCode.SYSTEM_MANAGER);
          bean(ServerKeys.class).create(PartyCode.CLOUD);
        });
  }

  public <T> T bean(Class<T> type) {
    return container.bean(type);
  }

  /** Does something as someone of that role at that party. */
  public <T> T as(Role role, PartyCode party, Callable<T> act) throws Exception {
    callers.become(role, party);
    return container.as(callers.principal(), role, act);
  }

  public <T> T asManager(Callable<T> act) throws Exception {
    return as(Role.SYSTEM_MANAGER, PartyCode.SYSTEM_MANAGER, act);
  }

  public <T> T asAdministrator(Callable<T> act) throws Exception {
    return as(Role.HOSPITAL_ADMINISTRATOR, A, act);
  }

  /** Hospital A, admitted, with its chain founded. */
  public Installation withHospital() throws Exception {
    asManager(
        () -> bean(Hospitals.class).add("HOSPITAL-A", "Lindenfield General", "Nadia Petrosyan"));
    wire.deliverAll();
    return this;
  }

  public Optional<AccountView> account(AccountId id) {
    return bean(Accounts.class).find(id);
  }

  @Override
  public void close() {
    container.close();
  }
}
