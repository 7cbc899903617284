package org.epione.recovery;

import java.util.List;
import java.util.concurrent.Callable;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Role;
import org.epione.account.boundary.Sessions;
import org.epione.account.boundary.SignIn;
import org.epione.account.boundary.SignedIn;
import org.epione.custody.CountedStretching;
import org.epione.custody.boundary.ServerKeys;
import org.epione.ledger.identity.PartyKind;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.recovery.boundary.LostPasswords;
import org.epione.recovery.boundary.RecoveryCaseView;
import org.epione.recovery.boundary.RecoveryCases;
import org.epione.recovery.boundary.RecoveryDesk;
import org.epione.recovery.boundary.RecoverySlip;
import org.epione.recovery.boundary.RecoveryView;
import org.epione.team.Wire;
import org.epione.testing.Container;
import org.epione.testing.TestParties;

/** Two hospitals and a system manager with people who sign in, and the messages between them. */
public final class Ward implements AutoCloseable {

  public static final PartyCode A = new PartyCode("HOSPITAL-A");
  public static final PartyCode B = new PartyCode("HOSPITAL-B");
  public static final PartyCode MANAGER = PartyCode.SYSTEM_MANAGER;
  public static final String OLD = "correct horse battery";
  public static final String NEW = "another staple entirely";
  public static final String REASON = "Passport seen";

  /** Somebody with an account. */
  public record Person(AccountId account, Role role, String userName) {}

  public final Container container = Container.start();
  public final CountedStretching stretchings;
  public final Wire wire;
  public final Person doctor;
  public final Person patient;
  public final Person registrar;
  public final Person administrator;
  public final Person stranger;
  public final Person officer;

  public Ward() {
    stretchings = CountedStretching.in(container);
    TestParties parties = new TestParties(container);
    parties.host(A, PartyKind.HOSPITAL);
    parties.host(B, PartyKind.HOSPITAL);
    wire = new Wire(container);
    doctor = person(A, Role.DOCTOR, "doctor");
    patient = person(A, Role.PATIENT, "patient");
    registrar = person(A, Role.REGISTRAR, "registrar");
    administrator = person(A, Role.HOSPITAL_ADMINISTRATOR, "administrator");
    stranger = person(B, Role.REGISTRAR, "stranger");
    officer = person(MANAGER, Role.SYSTEM_MANAGER, "officer");
    wire.deliverAll();
  }

  public Person person(PartyCode party, Role role, String userName) {
    Accounts accounts = bean(Accounts.class);
    String code = accounts.invite(party, role, "Dr. " + userName, "ref-" + userName).code();
    return new Person(accounts.activate("here", code, userName, OLD.toCharArray()), role, userName);
  }

  public <T> T bean(Class<T> type) {
    return container.bean(type);
  }

  public <T> T as(Person person, Callable<T> act) throws Exception {
    return container.as(person.account().toString(), person.role(), act);
  }

  /** Whether the password lets that person in; she stays signed in. */
  public boolean signsIn(Person person, String password) {
    var signedIn = bean(SignIn.class).signIn("here", person.userName(), password.toCharArray());
    signedIn.ifPresent(each -> bean(Sessions.class).begin(each, "here", "browser"));
    return signedIn.isPresent();
  }

  public SignedIn session(Person person) {
    SignedIn signedIn =
        bean(SignIn.class).signIn("here", person.userName(), OLD.toCharArray()).orElseThrow();
    bean(Sessions.class).begin(signedIn, "here", "browser");
    return signedIn;
  }

  public void ask(String userName) {
    bean(LostPasswords.class).ask("home", userName);
  }

  public List<RecoveryView> requests(Person at) throws Exception {
    return as(at, bean(RecoveryDesk.class)::requests);
  }

  public List<RecoveryCaseView> cases() throws Exception {
    return as(officer, bean(RecoveryCases.class)::cases);
  }

  public RecoverySlip approve(Person by, String id) throws Exception {
    RecoverySlip slip =
        as(by, () -> bean(RecoveryDesk.class).approve(id, REASON, OLD.toCharArray()));
    wire.deliverAll();
    return slip;
  }

  /** Asks for that person, and the registrar approves. */
  public RecoverySlip approved(Person person) throws Exception {
    ask(person.userName());
    return approve(registrar, requests(registrar).get(0).id());
  }

  public void release(String id) throws Exception {
    act(() -> bean(RecoveryCases.class).release(id, "Rang back", OLD.toCharArray()));
    wire.deliverAll();
  }

  public void withhold(String id) throws Exception {
    act(() -> bean(RecoveryCases.class).refuse(id, "Nobody answers there"));
    wire.deliverAll();
  }

  private void act(Runnable act) throws Exception {
    as(
        officer,
        () -> {
          act.run();
          return true;
        });
  }

  /** Asks, approves and releases. */
  public RecoverySlip released(Person person) throws Exception {
    RecoverySlip slip = approved(person);
    release(cases().get(0).id());
    return slip;
  }

  public void complete(RecoverySlip slip, String password) {
    bean(LostPasswords.class).complete("home", slip.code(), password.toCharArray());
    wire.deliverAll();
  }

  public ServerKeys serverKeys() {
    return bean(ServerKeys.class);
  }

  @Override
  public void close() {
    container.close();
  }
}
