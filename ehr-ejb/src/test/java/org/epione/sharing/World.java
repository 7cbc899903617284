package org.epione.sharing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Invitation;
import org.epione.account.boundary.Role;
import org.epione.account.boundary.SignIn;
import org.epione.chain.boundary.ChainSubmission;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.custody.CountedStretching;
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.PublicKeys;
import org.epione.custody.boundary.ServerKeys;
import org.epione.custody.boundary.Will;
import org.epione.emergency.control.ReleasedGrants;
import org.epione.enrolment.boundary.DoctorState;
import org.epione.enrolment.boundary.DoctorView;
import org.epione.enrolment.boundary.Doctors;
import org.epione.enrolment.boundary.PatientFacts;
import org.epione.enrolment.boundary.PatientId;
import org.epione.enrolment.boundary.Patients;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.connector.port.EvidenceCheck;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.DoctorIdentity;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.identity.PartyIdentity;
import org.epione.ledger.identity.PartyKind;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.identity.Validity;
import org.epione.ledger.record.DoctorEnrolledBody;
import org.epione.ledger.record.EmergencyOpenedBody;
import org.epione.ledger.record.HospitalAdmittedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordBody;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RecordSignature;
import org.epione.ledger.record.RequestId;
import org.epione.ledger.rules.BlockRules;
import org.epione.ledger.rules.CreditRules;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.Post;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.record.boundary.RecordDirectory;
import org.epione.settings.Settings;
import org.epione.sharing.boundary.EmergencyGrant;
import org.epione.sharing.boundary.EmergencyGrants;
import org.epione.sharing.boundary.EmergencyRelease;
import org.epione.team.boundary.EpisodeDirectory;
import org.epione.team.boundary.EpisodeFacts;
import org.epione.testing.Container;

/**
 * A system manager, two hospitals with chains and doctors, a cloud, a patient with keys, and an
 * officer and auditor of the system manager. Episodes and enrolments are put in directly; what is
 * tested is what follows.
 */
final class World implements AutoCloseable {

  static final PartyCode SM = PartyCode.SYSTEM_MANAGER;
  static final PartyCode A = new PartyCode("HOSPITAL-A");
  static final PartyCode B = new PartyCode("HOSPITAL-B");
  static final PartyCode CLOUD = PartyCode.CLOUD;

  final Container container = Container.start();
  final CryptoSuite crypto = CryptoSuite.create(new SecureRandomSource());
  final FakeCloud cloud = new FakeCloud(container);
  final CountedStretching stretchings;
  final Delivery delivery;
  final Person officer;
  final Person auditor;
  final Person treating;
  final Person second;
  final Person asking;
  final Person other;
  final Person patient;

  private final Map<AccountId, DoctorView> doctors = new HashMap<>();
  private final Map<String, PatientFacts> patients = new HashMap<>();
  private final Map<String, EpisodeFacts> episodes = new HashMap<>();
  private final Map<String, EpisodeFacts> appended = new HashMap<>();
  private final Map<String, ByteString> headers = new HashMap<>();
  private Optional<Function<RequestId, EmergencyGrant>> hostile = Optional.empty();
  private int people;

  World() throws Exception {
    this(BlockRules.DEFAULT);
  }

  World(BlockRules rules) throws Exception {
    Path home = Files.createTempDirectory("epione-test");
    Map<String, String> settings =
        Map.of(
            "epione.home", home.toString(),
            "epione.password.memory.kib", "8192",
            "epione.password.passes", "1");
    container
        .with(CryptoSuite.class, crypto)
        .with(Settings.class, new Settings(settings::get, name -> null))
        .with(EvidenceCheck.class, (hospital, body, commitment) -> true)
        .with(Doctors.class, new KnownDoctors())
        .with(Patients.class, new KnownPatients())
        .with(EmergencyGrants.class, new Emergencies())
        .with(EpisodeDirectory.class, new KnownEpisodes())
        .with(RecordDirectory.class, new KnownRecords());
    stretchings = CountedStretching.in(container);
    delivery = new Delivery(container, cloud);
    container.inTransaction(this::admitParties);
    container.inTransaction(() -> found(A, rules));
    container.inTransaction(() -> found(B, rules));
    delivery.all();
    officer = person(SM, Role.SYSTEM_MANAGER, "Officer");
    auditor = person(SM, Role.AUDITOR, "Auditor");
    treating = doctor(A, "Dr. Adams");
    second = doctor(A, "Dr. Baker");
    asking = doctor(B, "Dr. Clark");
    other = doctor(B, "Dr. Davis");
    patient = person(A, Role.PATIENT, "Pat Example");
    delivery.all();
  }

  @Override
  public void close() {
    container.close();
  }

  <T> T bean(Class<T> type) {
    return container.bean(type);
  }

  /** Does something as that person. */
  <T> T as(Person person, Callable<T> work) throws Exception {
    return container.as(person.account().toString(), person.role(), work);
  }

  /** Does something as that person that has no result. */
  void run(Person person, Container.Work work) throws Exception {
    as(
        person,
        () -> {
          work.run();
          return true;
        });
  }

  /** Time passes. */
  void later(Duration time) {
    container.clock().advance(time);
  }

  Instant now() {
    return container.clock().instant();
  }

  KeySession keysOf(Person person) {
    return bean(SignIn.class)
        .signIn("test", person.userName(), Person.password())
        .orElseThrow()
        .keys();
  }

  DoctorView doctor(Person person) {
    DoctorView view = doctors.get(person.account());
    if (view == null) {
      throw new AssertionError("not a doctor");
    }
    return view;
  }

  void add(EpisodeFacts episode) {
    episodes.put(episode.episode().hex(), episode);
  }

  /** The hospital has this header of that episode's record. */
  void header(EpisodeFacts episode, ByteString header) {
    headers.put(episode.episode().hex(), header);
  }

  /** What is final in one episode adds to the record of another. */
  void append(EpisodeFacts addendum, EpisodeFacts to) {
    appended.put(addendum.episode().hex(), to);
  }

  Pid pid(PartyCode party) {
    return bean(Parties.class).certificate(party).orElseThrow().pid();
  }

  /** A record signed by a server. */
  LedgerRecord byServer(PartyCode author, PartyCode chain, RecordBody body) {
    RecordContent content = new RecordContent(pid(chain), pid(author), now(), body);
    return content.signed(
        RecordSignature.ed25519(bean(ServerKeys.class).sign(author, content.toSign())));
  }

  /** A record signed by a doctor. */
  LedgerRecord byDoctor(Person author, PartyCode chain, RecordBody body) throws Exception {
    RecordContent content = new RecordContent(pid(chain), doctor(author).pid(), now(), body);
    try (Will will = bean(PersonKeys.class).will(author.account(), Person.password())) {
      return content.signed(RecordSignature.of(will.sign(content.toSign())));
    }
  }

  /** A record signed by a patient in an episode. */
  LedgerRecord byPatient(Person author, EpisodeFacts episode, RecordBody body) throws Exception {
    RecordContent content =
        new RecordContent(pid(episode.hospital()), episode.patientPid(), now(), body);
    try (Will will = bean(PersonKeys.class).will(author.account(), Person.password())) {
      return content.signed(
          RecordSignature.of(will.signForEpisode(episode.episode().bytes(), content.toSign())));
    }
  }

  void submit(PartyCode from, PartyCode chain, LedgerRecord ledgerRecord) {
    container.inTransaction(() -> bean(ChainSubmission.class).submit(from, chain, ledgerRecord));
  }

  /** A server sends whatever it likes, signed by its own key. */
  void send(PartyCode from, PartyCode to, String type, byte[] payload) {
    container.inTransaction(() -> bean(Post.class).send(from, to, type, payload, Optional.empty()));
    delivery.all();
  }

  Person doctor(PartyCode hospital, String name) throws Exception {
    Person person = person(hospital, Role.DOCTOR, name);
    PublicKeys keys = bean(PersonKeys.class).publicKeys(person.account());
    DoctorIdentity identity =
        new DoctorIdentity(
            Pid.of(bean(ServerKeys.class).sealPseudonym(hospital, name.getBytes("UTF-8"))),
            pid(hospital),
            ByteString.of(keys.signing().orElseThrow().encode()),
            ByteString.of(keys.possession().orElseThrow().encode()),
            ByteString.of(keys.receiving().orElseThrow().encode()),
            year());
    DoctorCertificate certificate =
        identity.signed(bean(ServerKeys.class).sign(hospital, identity.toSign()));
    doctors.put(
        person.account(),
        new DoctorView(
            person.account(), hospital, name, "Cardiology", certificate, DoctorState.ENROLLED));
    submit(hospital, hospital, byServer(hospital, hospital, new DoctorEnrolledBody(certificate)));
    return person;
  }

  Person person(PartyCode party, Role role, String name) {
    int number = ++people;
    Invitation invitation =
        container.transaction(
            () -> bean(Accounts.class).invite(party, role, name, "person-" + number));
    String userName = "person" + number;
    AccountId account =
        bean(Accounts.class).activate("test", invitation.code(), userName, Person.password());
    if (role == Role.PATIENT) {
      String mrn = "P-" + number;
      patients.put(
          mrn,
          new PatientFacts(
              new PatientId(UUID.randomUUID()), account, party, name, "1980-02-03", mrn, true));
    }
    return new Person(account, role, party, name, userName);
  }

  private void admitParties() {
    Map<PartyCode, PartyKind> kinds =
        Map.of(
            SM, PartyKind.SYSTEM_MANAGER,
            A, PartyKind.HOSPITAL,
            B, PartyKind.HOSPITAL,
            CLOUD, PartyKind.CLOUD);
    List.of(SM, CLOUD, A, B)
        .forEach(
            party -> {
              if (!bean(ServerKeys.class).holds(party)) {
                bean(ServerKeys.class).create(party);
              }
            });
    Pid manager = Pid.of(bean(ServerKeys.class).sealPseudonym(SM, new byte[] {1}));
    List.of(SM, CLOUD, A, B)
        .forEach(party -> admit(party, kinds.getOrDefault(party, PartyKind.CLOUD), manager));
  }

  private void admit(PartyCode party, PartyKind kind, Pid manager) {
    ServerKeys keys = bean(ServerKeys.class);
    Pid pid = party.equals(SM) ? manager : Pid.of(keys.sealPseudonym(SM, party.value().getBytes()));
    PartyIdentity identity =
        new PartyIdentity(
            pid,
            kind,
            party.value(),
            ByteString.of(keys.signingKey(party).encode()),
            ByteString.of(keys.receivingKey(party).encode()),
            year(),
            manager);
    PartyCertificate certificate = identity.signed(keys.sign(SM, identity.toSign()));
    bean(Parties.class).register(certificate, "Party " + party, "local");
  }

  private void found(PartyCode hospital, BlockRules rules) {
    Parties parties = bean(Parties.class);
    HospitalAdmittedBody body =
        new HospitalAdmittedBody(
            parties.certificate(SM).orElseThrow(),
            parties.certificate(hospital).orElseThrow(),
            parties.certificate(CLOUD).orElseThrow(),
            CreditRules.DEFAULT,
            rules);
    bean(Chains.class).createChain(hospital.value(), byServer(SM, hospital, body));
  }

  private Validity year() {
    return new Validity(now().minus(Duration.ofDays(1)), now().plus(Duration.ofDays(365)));
  }

  private final class KnownDoctors extends Doctors {
    @Override
    public Optional<DoctorView> byAccount(AccountId account) {
      return Optional.ofNullable(doctors.get(account));
    }

    @Override
    public List<DoctorView> ofHospital(PartyCode hospital) {
      return doctors.values().stream().filter(each -> each.hospital().equals(hospital)).toList();
    }

    @Override
    public Optional<DoctorView> byPid(Pid pid) {
      return doctors.values().stream().filter(each -> each.pid().equals(pid)).findFirst();
    }
  }

  /** From now on that patient was born on that day. */
  void bornOn(Person person, String day) {
    patients.replaceAll(
        (number, each) ->
            each.account().equals(person.account())
                ? new PatientFacts(
                    each.id(),
                    each.account(),
                    each.hospital(),
                    each.displayName(),
                    day,
                    each.number(),
                    each.active())
                : each);
  }

  /** The number of a patient with her hospital. */
  String numberOf(Person person) {
    return patients.values().stream()
        .filter(each -> each.account().equals(person.account()))
        .map(PatientFacts::number)
        .findFirst()
        .orElseThrow();
  }

  /** From now on hospitals answer each request as somebody likes who controls them. */
  void answerInEmergency(Function<RequestId, EmergencyGrant> answers) {
    hostile = Optional.of(answers);
  }

  /** As it is, until a hospital is hostile. */
  private final class Emergencies implements EmergencyGrants {
    @Override
    public Optional<EmergencyGrant> answerTo(RequestId request) {
      return hostile
          .map(answers -> Optional.of(answers.apply(request)))
          .orElseGet(() -> bean(ReleasedGrants.class).answerTo(request));
    }

    @Override
    public Optional<EmergencyRelease> releaseFor(
        PartyCode hospital,
        EmergencyOpenedBody opened,
        DoctorCertificate doctor,
        Instant notAfter) {
      return bean(ReleasedGrants.class).releaseFor(hospital, opened, doctor, notAfter);
    }
  }

  private final class KnownRecords extends RecordDirectory {
    @Override
    public Optional<ByteString> header(RecordId episode) {
      return Optional.ofNullable(headers.get(episode.hex()));
    }
  }

  private final class KnownPatients extends Patients {
    @Override
    public Optional<PatientFacts> byAccount(AccountId account) {
      return patients.values().stream().filter(each -> each.account().equals(account)).findFirst();
    }

    @Override
    public Optional<PatientFacts> byNumber(PartyCode hospital, String number) {
      return Optional.ofNullable(patients.get(number))
          .filter(each -> each.hospital().equals(hospital));
    }
  }

  private final class KnownEpisodes extends EpisodeDirectory {
    @Override
    public Optional<EpisodeFacts> byId(RecordId episode) {
      return Optional.ofNullable(episodes.get(episode.hex()));
    }

    @Override
    public List<EpisodeFacts> ofPatient(AccountId patient) {
      return episodes.values().stream().filter(each -> each.patient().equals(patient)).toList();
    }

    @Override
    public List<PartyCode> clouds(PartyCode hospital) {
      return List.of(CLOUD);
    }

    @Override
    public Optional<EpisodeFacts> addsTo(RecordId addendum) {
      return Optional.ofNullable(appended.get(addendum.hex()));
    }

    @Override
    public List<EpisodeFacts> addenda(RecordId episode) {
      return appended.entrySet().stream()
          .filter(each -> each.getValue().episode().equals(episode))
          .map(each -> Objects.requireNonNull(episodes.get(each.getKey())))
          .toList();
    }

    @Override
    public Optional<EpisodeFacts> byReference(PartyCode hospital, String reference) {
      return episodes.values().stream()
          .filter(each -> each.hospital().equals(hospital) && each.reference().equals(reference))
          .findFirst();
    }
  }
}
