package org.epione.team;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.crypto.signature.BlsPublicKey;
import org.epione.crypto.signature.ProofOfPossession;
import org.epione.custody.CountedStretching;
import org.epione.custody.boundary.KeyPurpose;
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.PublicKeys;
import org.epione.custody.boundary.ServerKeys;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.enrolment.boundary.DoctorCertificates;
import org.epione.enrolment.boundary.DoctorView;
import org.epione.enrolment.boundary.Doctors;
import org.epione.enrolment.boundary.PatientFacts;
import org.epione.enrolment.boundary.PatientId;
import org.epione.enrolment.boundary.Patients;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.DoctorIdentity;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.PartyIdentity;
import org.epione.ledger.identity.PartyKind;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.identity.Validity;
import org.epione.ledger.record.DoctorEnrolledBody;
import org.epione.ledger.record.HospitalAdmittedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordBody;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RecordSignature;
import org.epione.ledger.rules.BlockRules;
import org.epione.ledger.rules.CreditRules;
import org.epione.party.boundary.Parties;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.settings.Settings;
import org.epione.testing.Container;

/**
 * A hospital with its chain, a cloud, a system manager, doctors and one patient, all with real
 * keys: what enrolment leaves behind, made directly. Messages go through {@link Wire}.
 */
public final class Clinic implements AutoCloseable {

  public static final PartyCode HOSPITAL = new PartyCode("HOSPITAL-A");

  /** Another hospital, in clinics that have a neighbour. */
  public static final PartyCode NEIGHBOUR = new PartyCode("HOSPITAL-B");

  public static final char[] PASSWORD = "correct horse battery".toCharArray();

  /** A person of the test. */
  public record Person(AccountId account, String name, Role role, Optional<KeySession> keys) {}

  public final Container container = Container.start();
  public final CountedStretching stretchings;
  public final Wire wire;
  public final List<Person> doctors = new ArrayList<>();
  public final Person patient;
  public final PatientId patientId = new PatientId(UUID.randomUUID());
  public final Person registrar =
      new Person(new AccountId(UUID.randomUUID()), "Registrar", Role.REGISTRAR, Optional.empty());
  public final Person administrator =
      new Person(
          new AccountId(UUID.randomUUID()),
          "Administrator",
          Role.HOSPITAL_ADMINISTRATOR,
          Optional.empty());
  private final CryptoSuite suite = CryptoSuite.create(new SecureRandomSource());
  private final Staff staff = new Staff();
  private final SignedIn signedIn = new SignedIn();
  private String birthDate = "1970-05-03";
  private boolean activated = true;
  private final Map<PatientId, Person> registered = new HashMap<>();
  private final Map<PartyCode, PartyCertificate> certificates = new HashMap<>();
  private final Map<AccountId, PartyCode> homes = new HashMap<>();
  private final Set<AccountId> closed = new HashSet<>();

  public Clinic(Path home, int numberOfDoctors) throws Exception {
    this(home, numberOfDoctors, Map.of());
  }

  public Clinic(Path home, int numberOfDoctors, Map<String, String> settings) throws Exception {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("EPIONE_HOME", home.toString());
    environment.put("EPIONE_PASSWORD_MEMORY_KIB", "8192");
    environment.put("EPIONE_PASSWORD_PASSES", "1");
    container
        .with(Settings.class, new Settings(name -> null, environment::get))
        .with(CryptoSuite.class, suite)
        .with(Callers.class, signedIn)
        .with(Doctors.class, staff)
        .with(DoctorCertificates.class, new Certifying())
        .with(Patients.class, new Registered());
    stretchings = CountedStretching.in(container);
    wire = new Wire(container);
    admit();
    for (int i = 1; i <= numberOfDoctors; i++) {
      doctors.add(enrol("Dr. " + i));
    }
    patient = patient("Ann Bell");
    registered.put(patientId, patient);
    wire.deliverAll();
  }

  public <T> T bean(Class<T> type) {
    return container.bean(type);
  }

  /** Does something as that person. */
  public <T> T as(Person person, Callable<T> act) throws Exception {
    signedIn.caller = Optional.of(caller(person));
    return container.as(person.account().toString(), person.role(), act);
  }

  /** Lets time pass, as between people's acts. */
  public void later(Duration time) {
    container.clock().advance(time);
  }

  public Pid pid(PartyCode party) {
    return certificates.get(party).pid();
  }

  public LedgerRecord signed(PartyCode author, Pid chain, RecordBody body) {
    RecordContent content =
        new RecordContent(chain, pid(author), container.clock().instant(), body);
    return content.signed(
        RecordSignature.ed25519(bean(ServerKeys.class).sign(author, content.toSign())));
  }

  private void admit() {
    container.inTransaction(
        () -> {
          certify(PartyCode.SYSTEM_MANAGER, PartyKind.SYSTEM_MANAGER, validity());
          certify(HOSPITAL, PartyKind.HOSPITAL, validity());
          certify(PartyCode.CLOUD, PartyKind.CLOUD, validity());
        });
    found(HOSPITAL);
  }

  private Validity validity() {
    return new Validity(
        container.clock().instant(), container.clock().instant().plus(Duration.ofDays(900)));
  }

  /** A second hospital with its own chain. */
  public void admitNeighbour() {
    container.inTransaction(() -> certify(NEIGHBOUR, PartyKind.HOSPITAL, validity()));
    found(NEIGHBOUR);
  }

  private void found(PartyCode hospital) {
    container.inTransaction(
        () -> {
          LedgerRecord genesis =
              signed(
                  PartyCode.SYSTEM_MANAGER,
                  pid(hospital),
                  new HospitalAdmittedBody(
                      certificates.get(PartyCode.SYSTEM_MANAGER),
                      certificates.get(hospital),
                      certificates.get(PartyCode.CLOUD),
                      CreditRules.DEFAULT,
                      BlockRules.DEFAULT));
          bean(Chains.class).createChain(hospital.value(), genesis);
        });
    wire.deliverAll();
  }

  /** A doctor of the second hospital. */
  public Person neighbour(String name) throws Exception {
    Person doctor = enrol(NEIGHBOUR, name);
    wire.deliverAll();
    return doctor;
  }

  /** As the hospital of that doctor certified her. */
  public DoctorCertificate certificate(Person doctor) {
    return staff.byAccount(doctor.account()).orElseThrow().certificate();
  }

  private void certify(PartyCode party, PartyKind kind, Validity validity) {
    ServerKeys keys = bean(ServerKeys.class);
    keys.create(party);
    Pid pid = Pid.of(suite.random().bytes(48));
    Pid issuer = kind == PartyKind.SYSTEM_MANAGER ? pid : pid(PartyCode.SYSTEM_MANAGER);
    PartyIdentity identity =
        new PartyIdentity(
            pid,
            kind,
            party.value(),
            ByteString.of(keys.signingKey(party).encode()),
            ByteString.of(keys.receivingKey(party).encode()),
            validity,
            issuer);
    PartyCertificate certificate =
        identity.signed(keys.sign(PartyCode.SYSTEM_MANAGER, identity.toSign()));
    certificates.put(party, certificate);
    bean(Parties.class).register(certificate, party.value(), "local");
  }

  private Person enrol(String name) throws Exception {
    return enrol(HOSPITAL, name);
  }

  private Person enrol(PartyCode hospital, String name) throws Exception {
    Person doctor = person(name, Role.DOCTOR, Set.of(KeyPurpose.SIGNING, KeyPurpose.RECEIVING));
    PublicKeys keys = bean(PersonKeys.class).publicKeys(doctor.account());
    DoctorCertificate certificate =
        certified(
            hospital,
            Pid.of(bean(ServerKeys.class).sealPseudonym(hospital, suite.random().bytes(16))),
            keys.signing().orElseThrow(),
            keys.possession().orElseThrow(),
            ByteString.of(keys.receiving().orElseThrow().encode()));
    homes.put(doctor.account(), hospital);
    staff.add(doctor, hospital, certificate);
    container.inTransaction(
        () ->
            bean(org.epione.chain.boundary.ChainSubmission.class)
                .submit(
                    hospital,
                    hospital,
                    signed(hospital, pid(hospital), new DoctorEnrolledBody(certificate))));
    return doctor;
  }

  private DoctorCertificate certified(
      PartyCode hospital,
      Pid doctor,
      BlsPublicKey signing,
      ProofOfPossession possession,
      ByteString receiving) {
    DoctorIdentity identity =
        new DoctorIdentity(
            doctor,
            pid(hospital),
            ByteString.of(signing.encode()),
            ByteString.of(possession.encode()),
            receiving,
            new Validity(
                container.clock().instant(),
                container.clock().instant().plus(Duration.ofDays(365))));
    return identity.signed(bean(ServerKeys.class).sign(hospital, identity.toSign()));
  }

  /** Another patient, who can sign in. */
  public Person patient(String name) throws Exception {
    return person(name, Role.PATIENT, Set.of(KeyPurpose.SIGNING, KeyPurpose.RECORD));
  }

  /** Registers a patient for whom episodes can be opened. */
  public PatientId register(Person person) {
    PatientId id = new PatientId(UUID.randomUUID());
    registered.put(id, person);
    return id;
  }

  /** From now on the patient was born on that day. */
  public void patientBornOn(String day) {
    birthDate = day;
  }

  /** From now on the registered patients have, or have not, activated their accounts. */
  public void patientsActivated(boolean now) {
    activated = now;
  }

  private Person person(String name, Role role, Set<KeyPurpose> purposes) throws Exception {
    AccountId account = new AccountId(UUID.randomUUID());
    container.inTransaction(() -> bean(PersonKeys.class).create(account, PASSWORD, purposes));
    return new Person(account, name, role, Optional.of(open(account)));
  }

  /** Signs in again, as after a restart. */
  public KeySession open(AccountId account) throws WrongPasswordException {
    return bean(PersonKeys.class).open(account, PASSWORD);
  }

  @Override
  public void close() {
    container.close();
  }

  /** As whom that person calls; user names are like {@code dr.1}. */
  private Caller caller(Person person) {
    return new Caller(
        person.account(),
        person.name().toLowerCase(Locale.ROOT).replaceAll("[. ]+", "."),
        person.name(),
        person.role(),
        homes.getOrDefault(person.account(), HOSPITAL),
        "ref");
  }

  /** From now on that person cannot sign in any more. */
  public void closeAccount(Person person) {
    closed.add(person.account());
  }

  /** The hospitals' certificates of other keys, and the staff's. */
  private final class Certifying extends DoctorCertificates {
    @Override
    public DoctorCertificate certify(
        AccountId doctor, BlsPublicKey signing, ProofOfPossession possession) {
      DoctorView known = staff.byAccount(doctor).orElseThrow();
      return certified(
          known.hospital(),
          known.pid(),
          signing,
          possession,
          known.certificate().identity().receivingKey());
    }

    @Override
    public void changed(AccountId doctor, DoctorCertificate certificate) {
      staff.changed(doctor, certificate);
    }
  }

  private final class SignedIn extends Callers {
    private Optional<Caller> caller = Optional.empty();

    @Override
    public Optional<Caller> signedInAs(AccountId account) {
      return doctors.stream()
          .filter(each -> each.account().equals(account) && !closed.contains(account))
          .map(Clinic.this::caller)
          .findFirst();
    }

    @Override
    public Caller current() {
      return caller.orElseThrow();
    }

    @Override
    public Optional<Caller> find() {
      return caller;
    }
  }

  private final class Registered extends Patients {
    @Override
    public Optional<PatientFacts> find(PatientId id) {
      return Optional.ofNullable(registered.get(id))
          .map(
              person ->
                  new PatientFacts(
                      id, person.account(), HOSPITAL, person.name(), birthDate, "1", activated));
    }

    @Override
    public Optional<PatientFacts> byAccount(AccountId account) {
      return registered.keySet().stream()
          .flatMap(each -> find(each).stream())
          .filter(each -> each.account().equals(account))
          .findFirst();
    }
  }
}
