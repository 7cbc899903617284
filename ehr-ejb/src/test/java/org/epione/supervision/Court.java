package org.epione.supervision;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.epione.account.boundary.Role;
import org.epione.chain.boundary.ChainSubmission;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.EpisodeId;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.Will;
import org.epione.enrolment.boundary.Doctors;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.DiagnosisBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordBody;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RecordSignature;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Episode;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.supervision.boundary.CaseView;
import org.epione.supervision.boundary.Grievances;
import org.epione.supervision.boundary.Outcome;
import org.epione.supervision.boundary.SupervisionDesk;
import org.epione.team.Clinic;
import org.epione.team.boundary.EpisodeDesk;
import org.epione.team.boundary.MyTreatments;
import org.epione.team.boundary.OpenEpisode;

/** A clinic with a system manager's officer and an auditor, and the wrongs that they deal with. */
public final class Court implements AutoCloseable {

  public final Clinic clinic;
  public final Clinic.Person officer = person("Officer", Role.SYSTEM_MANAGER);
  public final Clinic.Person auditor = person("Auditor", Role.AUDITOR);

  public Court(Path home) throws Exception {
    clinic = new Clinic(home, 3);
  }

  private static Clinic.Person person(String name, Role role) {
    return new Clinic.Person(new AccountId(UUID.randomUUID()), name, role, Optional.empty());
  }

  @Override
  public void close() {
    clinic.close();
  }

  public Clinic.Person doctor(int number) {
    return clinic.doctors.get(number);
  }

  public Grievances grievances() {
    return clinic.bean(Grievances.class);
  }

  public ChainState state() {
    return clinic.bean(Chains.class).state(Clinic.HOSPITAL.value());
  }

  Pid pid(Clinic.Person doctor) {
    return clinic.bean(Doctors.class).byAccount(doctor.account()).orElseThrow().pid();
  }

  public int points(Pid of) {
    return state().credit().of(of).orElseThrow().points();
  }

  public int hospitalPoints() {
    return points(clinic.pid(Clinic.HOSPITAL));
  }

  /** The id of a record of the chain that anybody could name. */
  public String anyRecord() {
    return clinic
        .bean(Chains.class)
        .block(Clinic.HOSPITAL.value(), 1)
        .orElseThrow()
        .records()
        .get(0)
        .id()
        .hex();
  }

  /** An episode of two doctors, warranted by the patient. */
  public String episode(int first, int second) throws Exception {
    List<String> team =
        List.of(doctor(first).account().toString(), doctor(second).account().toString());
    EpisodeDesk desk = clinic.bean(EpisodeDesk.class);
    String id =
        clinic.as(
            clinic.registrar,
            () ->
                desk.open(
                        new OpenEpisode(clinic.patientId.value().toString(), "Cough", "R05", team))
                    .id());
    clinic.as(
        clinic.patient,
        () -> clinic.bean(MyTreatments.class).authorise(id, Clinic.PASSWORD.clone()));
    clinic.wire.deliverAll();
    return id;
  }

  /** A doctor signs the diagnosis of an episode which is the other's to sign: a fault. */
  public LedgerRecord signOutOfTurn(String episode, int doctor) throws Exception {
    clinic.later(java.time.Duration.ofSeconds(1));
    Episode known = state().episode(RecordId.of(ByteString.ofHex(episode).bytes())).orElseThrow();
    Pid author = pid(doctor(doctor));
    Statement statement =
        new Statement(
            EpisodeId.of(known.id().bytes()),
            known.patient().pseudonym(),
            List.of(author.pseudonym()),
            1,
            clinic.container.clock().instant(),
            Digest.of(new byte[] {1}),
            Optional.empty());
    DiagnosisBody body =
        new DiagnosisBody(
            known.id(),
            known.patient(),
            List.of(statement),
            ByteString.of(new byte[48]),
            ByteString.of(new byte[1]),
            Digest.of(new byte[1]),
            1,
            clinic.pid(PartyCode.CLOUD),
            ByteString.of(new byte[1]));
    LedgerRecord signed = byDoctor(doctor(doctor), body);
    submit(Clinic.HOSPITAL, signed);
    return signed;
  }

  public LedgerRecord byDoctor(Clinic.Person doctor, RecordBody body) throws Exception {
    RecordContent content =
        new RecordContent(
            clinic.pid(Clinic.HOSPITAL), pid(doctor), clinic.container.clock().instant(), body);
    try (Will will = clinic.bean(PersonKeys.class).will(doctor.account(), Clinic.PASSWORD)) {
      return content.signed(RecordSignature.of(will.sign(content.toSign())));
    }
  }

  public void submit(PartyCode from, LedgerRecord signed) {
    clinic.container.inTransaction(
        () -> clinic.bean(ChainSubmission.class).submit(from, Clinic.HOSPITAL, signed));
    clinic.wire.deliverAll();
  }

  /** The one case that waits. */
  public CaseView waiting() throws Exception {
    return clinic.as(officer, clinic.bean(SupervisionDesk.class)::cases).get(0);
  }

  /** The officer decides the one case that waits. */
  public void decide(Outcome outcome, String reason) throws Exception {
    String id = waiting().id();
    clinic.as(officer, () -> clinic.bean(SupervisionDesk.class).decide(id, outcome, reason));
    clinic.wire.deliverAll();
  }

  public void report(int doctor, String text) throws Exception {
    clinic.as(
        doctor(doctor),
        () -> grievances().report(text, List.of(anyRecord()), Clinic.PASSWORD.clone()));
    clinic.wire.deliverAll();
  }

  public void appeal(int doctor, Optional<String> against, String text) throws Exception {
    clinic.as(doctor(doctor), () -> grievances().appeal(against, text, Clinic.PASSWORD.clone()));
    clinic.wire.deliverAll();
  }
}
