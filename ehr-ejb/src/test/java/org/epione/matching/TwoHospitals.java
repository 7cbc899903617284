package org.epione.matching;

import java.util.concurrent.Callable;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Role;
import org.epione.ledger.identity.PartyKind;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.team.Wire;
import org.epione.testing.Container;
import org.epione.testing.TestParties;

/** Two hospitals and the messages between them; people come with the tests. */
final class TwoHospitals implements AutoCloseable {

  static final PartyCode A = new PartyCode("HOSPITAL-A");
  static final PartyCode B = new PartyCode("HOSPITAL-B");
  static final String PASSWORD = "correct horse battery";

  /** Somebody with an account. */
  record Person(AccountId account, Role role) {}

  final Container container = Container.start();
  final Wire wire;

  TwoHospitals() {
    TestParties parties = new TestParties(container);
    parties.host(A, PartyKind.HOSPITAL);
    parties.host(B, PartyKind.HOSPITAL);
    wire = new Wire(container);
  }

  Person person(PartyCode party, Role role, String userName) {
    Accounts accounts = container.bean(Accounts.class);
    String code = accounts.invite(party, role, userName, "ref-" + userName).code();
    return new Person(accounts.activate("here", code, userName, PASSWORD.toCharArray()), role);
  }

  <T> T bean(Class<T> type) {
    return container.bean(type);
  }

  <T> T as(Person person, Callable<T> act) throws Exception {
    return container.as(person.account().toString(), person.role(), act);
  }

  @Override
  public void close() {
    container.close();
  }
}
