package org.epione.guardian;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Role;
import org.epione.account.boundary.Sessions;
import org.epione.account.boundary.SignIn;
import org.epione.account.boundary.SignedIn;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.pre.ScopedCiphertext;
import org.epione.custody.CountedStretching;
import org.epione.custody.boundary.Acting;
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.Will;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.enrolment.boundary.AdministrativeSex;
import org.epione.enrolment.boundary.PatientDetails;
import org.epione.enrolment.boundary.PatientId;
import org.epione.enrolment.boundary.PatientRegistry;
import org.epione.enrolment.boundary.PatientView;
import org.epione.enrolment.boundary.PostalAddress;
import org.epione.guardian.boundary.GuardianDesk;
import org.epione.guardian.boundary.GuardianForm;
import org.epione.guardian.boundary.GuardianGround;
import org.epione.guardian.boundary.GuardianshipView;
import org.epione.guardian.boundary.MyGuardianships;
import org.epione.ledger.identity.PartyKind;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.team.Wire;
import org.epione.testing.Container;
import org.epione.testing.TestParties;

/**
 * A hospital with two parents and a stranger, who have accounts, and two children who have not. It
 * is the 21st of November 2026.
 */
final class Family implements AutoCloseable {

  static final byte[] EPISODE = {1, 2, 3};
  static final byte[] MESSAGE = CanonicalWriter.of("epione.test", 1).text("message").toByteArray();
  static final String TEXT = "whooping cough";

  static final PartyCode A = new PartyCode("HOSPITAL-A");
  static final PartyCode B = new PartyCode("HOSPITAL-B");
  static final String OLD = "correct horse battery";
  static final String NEW = "another staple entirely";

  /** Somebody with an account. */
  record Person(AccountId account, Role role, String userName) {}

  final Container container = Container.start();
  final CountedStretching stretchings = CountedStretching.in(container);
  final Wire wire;
  final Person registrar;
  final PatientView ben;
  final Person mother;
  private final Map<String, String> numbers = new HashMap<>();
  private final Map<String, Person> people = new HashMap<>();
  private Optional<PatientView> eve = Optional.empty();

  Family() throws Exception {
    TestParties parties = new TestParties(container);
    parties.host(A, PartyKind.HOSPITAL);
    parties.host(B, PartyKind.HOSPITAL);
    wire = new Wire(container);
    registrar = person(A, Role.REGISTRAR, "registrar");
    ben = register("Ben", "2018-05-03");
    mother = activated("mother", "1988-01-20");
    wire.deliverAll();
  }

  /** Another child. */
  PatientView eve() throws Exception {
    if (eve.isEmpty()) {
      eve = Optional.of(register("Eve", "2020-02-29"));
    }
    return eve.get();
  }

  Person father() throws Exception {
    return known("father", () -> activated("father", "1986-07-01"));
  }

  /** Another patient. */
  Person stranger() throws Exception {
    return known("stranger", () -> activated("stranger", "1990-12-31"));
  }

  Person doctor() throws Exception {
    return known("doctor", () -> person(A, Role.DOCTOR, "doctor"));
  }

  /** The registrar of another hospital. */
  Person elsewhere() throws Exception {
    return known("elsewhere", () -> person(B, Role.REGISTRAR, "elsewhere"));
  }

  /** Who is not needed by each test is made when she is. */
  private Person known(String name, Callable<Person> make) throws Exception {
    Person before = people.get(name);
    if (before != null) {
      return before;
    }
    Person made = make.call();
    people.put(name, made);
    return made;
  }

  private Person person(PartyCode party, Role role, String userName) {
    Accounts accounts = bean(Accounts.class);
    String code = accounts.invite(party, role, "Dr. " + userName, "ref-" + userName).code();
    return new Person(accounts.activate("here", code, userName, OLD.toCharArray()), role, userName);
  }

  <T> T bean(Class<T> type) {
    return container.bean(type);
  }

  <T> T as(Person person, Callable<T> act) throws Exception {
    return container.as(person.account().toString(), person.role(), act);
  }

  KeySession session(Person person) {
    SignedIn signedIn =
        bean(SignIn.class).signIn("here", person.userName(), OLD.toCharArray()).orElseThrow();
    bean(Sessions.class).begin(signedIn, "here", "browser");
    return signedIn.keys();
  }

  PatientView register(String name, String birthDate) throws Exception {
    return as(
        registrar,
        () ->
            bean(PatientRegistry.class)
                .register(
                    new PatientDetails(
                        "",
                        "",
                        "Bell",
                        name,
                        birthDate,
                        AdministrativeSex.UNKNOWN,
                        PostalAddress.NONE,
                        ""),
                    false));
  }

  Person activated(String name, String birthDate) throws Exception {
    PatientView registered = register(name, birthDate);
    numbers.put(name, registered.number().value());
    return new Person(
        bean(Accounts.class).activate("here", code(registered.id()), name, OLD.toCharArray()),
        Role.PATIENT,
        name);
  }

  String code(PatientId patient) throws Exception {
    return as(registrar, () -> bean(PatientRegistry.class).activationCode(patient).code());
  }

  String number(Person person) {
    return Objects.requireNonNull(numbers.get(person.userName()));
  }

  GuardianForm form(PatientView child, Person guardian, LocalDate end) {
    return new GuardianForm(
        child.id(), number(guardian), GuardianGround.BIRTH_CERTIFICATE, "Seen: 12/2018", end);
  }

  GuardianshipView named(PatientView child, Person guardian) throws Exception {
    LocalDate end = as(registrar, () -> bean(GuardianDesk.class).latestEnd(child.id()));
    return name(form(child, guardian, end));
  }

  GuardianshipView name(GuardianForm form) throws Exception {
    return as(registrar, () -> bean(GuardianDesk.class).name(form, OLD.toCharArray()));
  }

  GuardianshipView accept(Person guardian, String id) throws Exception {
    return as(guardian, () -> bean(MyGuardianships.class).accept(id, OLD.toCharArray()));
  }

  /** Named and accepted. */
  GuardianshipView guardian(PatientView child, Person guardian) throws Exception {
    GuardianshipView accepted = accept(guardian, named(child, guardian).id());
    wire.deliverAll();
    return accepted;
  }

  void end(PatientView child, String id) throws Exception {
    run(
        registrar,
        () -> bean(GuardianDesk.class).end(child.id(), id, "The court appointed another"));
  }

  void run(Person person, Container.Work work) throws Exception {
    as(
        person,
        () -> {
          work.run();
          return true;
        });
  }

  /** Something sealed to a child. */
  ScopedCiphertext sealed(PatientView child) {
    CryptoSuite crypto = bean(CryptoSuite.class);
    return crypto
        .reEncryption()
        .encrypt(
            bean(PersonKeys.class).publicKeys(child.accountId()).record().orElseThrow(),
            RecordId.random(crypto.random()),
            "R05".getBytes(StandardCharsets.UTF_8),
            TEXT.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads it in a session, for the child. */
  String read(KeySession session, PatientView child, ScopedCiphertext sealed) {
    return new String(
        bean(PersonKeys.class).decryptRecord(session.actingFor(child.accountId()), sealed),
        StandardCharsets.UTF_8);
  }

  /** Whether what the guardian signs for the child is signed by the child's key. */
  boolean signs(Person guardian, PatientView child, String password) throws WrongPasswordException {
    Acting acting = new Acting(child.accountId(), guardian.account());
    try (Will will = bean(PersonKeys.class).will(acting, password.toCharArray())) {
      return bean(CryptoSuite.class)
          .bls()
          .verify(will.episodeKey(EPISODE).key(), MESSAGE, will.signForEpisode(EPISODE, MESSAGE));
    }
  }

  @Override
  public void close() {
    container.close();
  }
}
