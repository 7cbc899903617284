package org.epione.ledger.world;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.EpisodeId;
import org.epione.crypto.identity.Nonce;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.scheme.pre.PatientKeyPair;
import org.epione.crypto.scheme.pre.ScopedCiphertext;
import org.epione.crypto.scheme.warrant.Warrant;
import org.epione.crypto.signature.BlsSecretKey;
import org.epione.crypto.signature.BlsSignature;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.DiagnosisBody;
import org.epione.ledger.record.EpisodeOpenedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.OpinionAcceptedBody;
import org.epione.ledger.record.SignedWarrant;
import org.epione.ledger.record.StoredBody;
import org.epione.ledger.record.TeamChangedBody;
import org.epione.ledger.record.WarrantWithdrawnBody;

/** One episode of one patient with a team, and the records that it gives. */
public final class Treatment {

  private final World world;
  private final CryptoSuite suite;
  private final RecordId episode;
  private final Pid patient;
  private final BlsSecretKey patientKey;
  private final PatientKeyPair recordKeys;
  private final byte[] alpha;
  private final List<Doctor> team;
  private final ScopedCiphertext ciphertext;

  /** An episode with this team. */
  public Treatment(World world, List<Doctor> team) {
    this.world = world;
    this.suite = world.suite();
    this.episode = RecordId.random(suite.random());
    this.patient = Pid.of(suite.random().bytes(60));
    this.patientKey = suite.bls().generate();
    this.recordKeys = suite.reEncryption().generate();
    this.alpha = suite.random().bytes(EpisodeOpenedBody.ALPHA_LENGTH);
    this.team = List.copyOf(team);
    this.ciphertext =
        suite
            .reEncryption()
            .encrypt(
                recordKeys.publicKey(),
                episode,
                "J06.9".getBytes(StandardCharsets.UTF_8),
                "diagnosis".getBytes(StandardCharsets.UTF_8));
  }

  /** Identity. */
  public RecordId episode() {
    return episode;
  }

  /** The patient's pseudo-identity. */
  public Pid patient() {
    return patient;
  }

  /** The patient's key of the episode. */
  public BlsSecretKey patientKey() {
    return patientKey;
  }

  /** Digest of the ciphertext. */
  public Digest ciphertextDigest() {
    return ciphertext.digest();
  }

  /** The patient's warrants, valid for a week. */
  public List<SignedWarrant> warrants() {
    List<SignedWarrant> warrants = new ArrayList<>();
    for (int i = 0; i < team.size(); i++) {
      warrants.add(warrant(team.get(i), i + 1, world.now().plus(Duration.ofDays(7))));
    }
    return warrants;
  }

  /** A warrant for this doctor at this place, since an hour. */
  public SignedWarrant warrant(Doctor doctor, int position, Instant notAfter) {
    return warrant(doctor, position, world.now().minus(Duration.ofHours(1)), notAfter);
  }

  private SignedWarrant warrant(Doctor doctor, int position, Instant notBefore, Instant notAfter) {
    Warrant warrant =
        new Warrant(
            episodeId(),
            patient.pseudonym(),
            doctor.pid().pseudonym(),
            position,
            notBefore,
            notAfter,
            "TREAT",
            Nonce.random(suite.random()));
    return SignedWarrant.of(warrant, suite.warrants().sign(patientKey, warrant));
  }

  /** EPISODE_OPENED. */
  public LedgerRecord opened() {
    return opened(team, warrants());
  }

  /** EPISODE_OPENED with these doctors and warrants. */
  public LedgerRecord opened(List<Doctor> doctors, List<SignedWarrant> warrants) {
    return world.by(
        world.hospital(),
        new EpisodeOpenedBody(
            episode,
            patient,
            ByteString.of(patientKey.publicKey().encode()),
            ByteString.of(suite.bls().provePossession(patientKey).encode()),
            doctors.stream().map(Doctor::pid).toList(),
            warrants,
            EpisodeOpenedBody.commitment(alpha, episode)));
  }

  /** What the doctors of the team say one after the other, from this time on. */
  public List<Statement> statements(List<Doctor> signers, Instant first) {
    List<Statement> statements = new ArrayList<>();
    List<Pseudonym> order = signers.stream().map(d -> d.pid().pseudonym()).toList();
    for (int i = 0; i < signers.size(); i++) {
      statements.add(
          new Statement(
              episodeId(),
              patient.pseudonym(),
              order,
              i + 1,
              first.plusMillis(i),
              Digest.of(suite.random().bytes(32)),
              i == 0 ? Optional.empty() : Optional.of(statements.get(i - 1).digest())));
    }
    return statements;
  }

  /** The aggregate of these doctors' signatures. */
  public ByteString aggregate(List<Doctor> signers, List<Statement> statements) {
    Optional<BlsSignature> aggregate = Optional.empty();
    for (int i = 0; i < signers.size(); i++) {
      aggregate =
          Optional.of(
              suite
                  .multisignature()
                  .addSignature(signers.get(i).key(), aggregate, statements.get(i)));
    }
    return ByteString.of(aggregate.orElseThrow().encode());
  }

  /** The body of an honest DIAGNOSIS. */
  public DiagnosisBody diagnosisBody() {
    List<Statement> statements = statements(team, world.now());
    return diagnosisBody(statements, aggregate(team, statements));
  }

  /** The body of a DIAGNOSIS with these statements. */
  public DiagnosisBody diagnosisBody(List<Statement> statements, ByteString aggregate) {
    return new DiagnosisBody(
        episode,
        patient,
        statements,
        aggregate,
        ByteString.of(ciphertext.header().encode()),
        ciphertext.digest(),
        ciphertext.encode().length,
        world.cloud().pid(),
        ByteString.of(alpha));
  }

  /** DIAGNOSIS by the last doctor of the team. */
  public LedgerRecord diagnosis() {
    return diagnosis(diagnosisBody());
  }

  /** DIAGNOSIS with this body by the last doctor of the team. */
  public LedgerRecord diagnosis(DiagnosisBody body) {
    return world.by(last(), body);
  }

  /** WARRANT_WITHDRAWN of that doctor. */
  public LedgerRecord withdrawn(Doctor doctor) {
    return withdrawn(doctor, world.now());
  }

  /** WARRANT_WITHDRAWN of that doctor at that time. */
  public LedgerRecord withdrawn(Doctor doctor, Instant time) {
    return world.by(patient, patientKey, time, new WarrantWithdrawnBody(episode, doctor.pid()));
  }

  /**
   * TEAM_CHANGED: the first {@code kept} doctors keep their places, {@code rest} sign after them.
   */
  public LedgerRecord changed(int epoch, int kept, List<Doctor> rest) {
    return world.by(patient, patientKey, world.now(), changedBody(epoch, kept, rest));
  }

  /** The body of a TEAM_CHANGED with warrants for those who have a new place. */
  public TeamChangedBody changedBody(int epoch, int kept, List<Doctor> rest) {
    List<SignedWarrant> fresh = new ArrayList<>();
    for (int i = 0; i < rest.size(); i++) {
      fresh.add(
          warrant(rest.get(i), kept + i + 1, world.now(), world.now().plus(Duration.ofDays(7))));
    }
    return new TeamChangedBody(
        episode,
        epoch,
        kept,
        rest.stream().map(Doctor::pid).toList(),
        fresh,
        Digest.of(suite.random().bytes(32)));
  }

  /** OPINION_ACCEPTED by that doctor of another hospital. */
  public LedgerRecord accepted(Doctor doctor) {
    return world.by(
        doctor,
        new OpinionAcceptedBody(
            episode,
            doctor.certificate(),
            doctor.hospital().certificate(),
            Digest.of(suite.random().bytes(32))));
  }

  /** What the next doctor says after {@code before}, under this order. */
  public Statement statement(List<Statement> before, List<Doctor> order, Instant time) {
    return new Statement(
        episodeId(),
        patient.pseudonym(),
        order.stream().map(d -> d.pid().pseudonym()).toList(),
        before.size() + 1,
        time,
        Digest.of(suite.random().bytes(32)),
        before.isEmpty() ? Optional.empty() : Optional.of(before.get(before.size() - 1).digest()));
  }

  /** STORED. */
  public LedgerRecord stored(LedgerRecord diagnosis) {
    return world.by(
        world.cloud(),
        new StoredBody(
            diagnosis.id(),
            episode,
            ciphertext.digest(),
            ciphertext.encode().length,
            "store/" + ciphertext.digest().hex()));
  }

  /** The doctor who signs last. */
  public Doctor last() {
    return team.get(team.size() - 1);
  }

  /** The episode as statements and warrants name it. */
  public EpisodeId episodeId() {
    return EpisodeId.of(episode.bytes());
  }
}
