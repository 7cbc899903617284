package org.epione.sharing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epione.attachment.boundary.Attachment;
import org.epione.attachment.boundary.AttachmentKind;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.hybrid.AttachmentContext;
import org.epione.crypto.identity.EpisodeId;
import org.epione.crypto.identity.Nonce;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.scheme.pre.ScopedCiphertext;
import org.epione.crypto.scheme.warrant.Warrant;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.signature.BlsSignature;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.EpisodeKey;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.ServerKeys;
import org.epione.custody.boundary.Will;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.DiagnosisBody;
import org.epione.ledger.record.EpisodeOpenedBody;
import org.epione.ledger.record.EpisodeReference;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.SignedWarrant;
import org.epione.ledger.record.StoredBody;
import org.epione.record.boundary.Composition;
import org.epione.record.boundary.Contribution;
import org.epione.team.boundary.EpisodeFacts;

/**
 * An episode of hospital A, treated by two doctors, signed, sealed to the patient, stored and on
 * the chain.
 */
record FinishedEpisode(EpisodeFacts facts, ScopedCiphertext ciphertext, List<String> texts) {

  private static final String CHEST_PAIN = "R07.4";

  static FinishedEpisode make(World world, String... texts) throws Exception {
    return of(world, world.patient, texts);
  }

  /** Of that patient. */
  static FinishedEpisode of(World world, Person patient, String... texts) throws Exception {
    return new Maker(world, patient, CHEST_PAIN, List.of(texts), List.of()).make();
  }

  /** Opened for another symptom than chest pain. */
  static FinishedEpisode withSymptom(World world, String code, String... texts) throws Exception {
    return new Maker(world, world.patient, code, List.of(texts), List.of()).make();
  }

  /** With files that the first doctor attached, whose sealed streams the cloud has. */
  static FinishedEpisode with(World world, List<byte[]> files, String... texts) throws Exception {
    return new Maker(world, world.patient, CHEST_PAIN, List.of(texts), files).make();
  }

  String reference() {
    return facts.reference();
  }

  Digest digest() {
    return ciphertext.digest();
  }

  private static final class Maker {
    private final World world;
    private final PersonKeys persons;
    private final List<String> texts;
    private final List<byte[]> files;
    private final List<Person> team;
    private final RecordId id;
    private final Person person;
    private final String symptom;
    private final Pid patient;
    private final List<Statement> statements = new ArrayList<>();
    private final List<Composition.Entry> entries = new ArrayList<>();
    private Optional<BlsSignature> aggregate = Optional.empty();

    Maker(World world, Person person, String symptom, List<String> texts, List<byte[]> files) {
      this.symptom = symptom;
      this.world = world;
      this.person = person;
      this.persons = world.bean(PersonKeys.class);
      this.texts = texts;
      this.files = files;
      this.team = List.of(world.treating, world.second).subList(0, texts.size());
      this.id = RecordId.random(world.crypto.random());
      this.patient = Pid.of(world.bean(ServerKeys.class).sealPseudonym(World.A, new byte[] {9}));
    }

    FinishedEpisode make() throws Exception {
      world.submit(World.A, World.A, world.byServer(World.A, World.A, opened()));
      world.delivery.all();
      for (int i = 0; i < team.size(); i++) {
        sign(i);
      }
      ScopedCiphertext ciphertext = sealed();
      LedgerRecord diagnosis =
          world.byDoctor(team.get(team.size() - 1), World.A, diagnosis(ciphertext));
      world.submit(World.A, World.A, diagnosis);
      world.delivery.all();
      world.cloud.store(ciphertext.encode());
      world.cloud.promise(World.A, diagnosis.id(), ciphertext);
      StoredBody stored =
          new StoredBody(
              diagnosis.id(),
              id,
              ciphertext.digest(),
              ciphertext.encode().length,
              FakeCloud.location(ciphertext.digest()));
      world.submit(World.A, World.A, world.byServer(World.CLOUD, World.A, stored));
      world.delivery.all();
      EpisodeFacts facts =
          new EpisodeFacts(
              id,
              EpisodeReference.of(id).text(),
              World.A,
              World.CLOUD,
              person.account(),
              patient,
              "FINAL",
              world.now());
      world.add(facts);
      world.header(facts, ByteString.of(ciphertext.header().encode()));
      return new FinishedEpisode(facts, ciphertext, texts);
    }

    private EpisodeOpenedBody opened() throws Exception {
      try (Will will = persons.will(person.account(), Person.password())) {
        return opened(will);
      }
    }

    private EpisodeOpenedBody opened(Will will) {
      EpisodeKey key = will.episodeKey(id.bytes());
      List<Warrant> warrants = new ArrayList<>();
      for (int i = 0; i < team.size(); i++) {
        warrants.add(
            new Warrant(
                EpisodeId.of(id.bytes()),
                patient.pseudonym(),
                world.doctor(team.get(i)).pid().pseudonym(),
                i + 1,
                world.now(),
                world.now().plus(Duration.ofDays(30)),
                "TREAT",
                Nonce.random(world.crypto.random())));
      }
      List<BlsSignature> signatures =
          will.signAllForEpisode(id.bytes(), warrants.stream().map(Warrant::encode).toList());
      List<SignedWarrant> signed = new ArrayList<>();
      for (int i = 0; i < warrants.size(); i++) {
        signed.add(SignedWarrant.of(warrants.get(i), signatures.get(i)));
      }
      return new EpisodeOpenedBody(
          id,
          patient,
          ByteString.of(key.key().encode()),
          ByteString.of(key.possession().encode()),
          team.stream().map(each -> world.doctor(each).pid()).toList(),
          signed,
          EpisodeOpenedBody.commitment(new byte[32], id));
    }

    private void sign(int index) throws Exception {
      Person doctor = team.get(index);
      Pid author = world.doctor(doctor).pid();
      Contribution part =
          new Contribution(
              ByteString.of(id.bytes()),
              index + 1,
              author.value(),
              ByteString.of(world.crypto.random().bytes(32)),
              texts.get(index),
              Optional.empty(),
              index == 0 ? attachments() : List.of());
      List<Pseudonym> signers =
          team.stream().map(each -> world.doctor(each).pid().pseudonym()).toList();
      Statement statement =
          new Statement(
              EpisodeId.of(id.bytes()),
              patient.pseudonym(),
              signers,
              index + 1,
              world.now(),
              part.digest(),
              statements.stream().reduce((before, last) -> last).map(Statement::digest));
      try (Will will = persons.will(doctor.account(), Person.password())) {
        aggregate =
            Optional.of(
                will.addTeamSignature(
                    persons.publicKeys(doctor.account()).signing().orElseThrow(),
                    aggregate,
                    statement));
      }
      statements.add(statement);
      entries.add(new Composition.Entry(part, doctor.name(), statement.time()));
    }

    private List<Attachment> attachments() throws IOException {
      List<Attachment> attachments = new ArrayList<>();
      for (byte[] file : files) {
        int number = attachments.size() + 1;
        byte[] key = world.crypto.random().bytes(32);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (SecretBytes secret = SecretBytes.of(key);
            AeadKey restored = world.crypto.aead().restore(secret)) {
          world
              .crypto
              .streamingAead()
              .seal(
                  restored,
                  new AttachmentContext(id, number).associatedData(),
                  new ByteArrayInputStream(file),
                  sealed);
        }
        world.cloud.store(sealed.toByteArray());
        attachments.add(
            new Attachment(
                number,
                "scan-" + number + ".pdf",
                AttachmentKind.PDF,
                file.length,
                Digest.of(file),
                Digest.of(sealed.toByteArray()),
                ByteString.of(key)));
      }
      return attachments;
    }

    private ScopedCiphertext sealed() {
      Composition composition =
          new Composition(
              ByteString.of(id.bytes()),
              EpisodeReference.of(id).text(),
              World.A.value(),
              "Chest pain since this morning",
              symptom,
              entries);
      return world
          .crypto
          .reEncryption()
          .encrypt(
              persons.publicKeys(person.account()).record().orElseThrow(),
              id,
              symptom.getBytes(StandardCharsets.UTF_8),
              composition.encode());
    }

    private DiagnosisBody diagnosis(ScopedCiphertext ciphertext) {
      return new DiagnosisBody(
          id,
          patient,
          statements,
          ByteString.of(aggregate.orElseThrow().encode()),
          ByteString.of(ciphertext.header().encode()),
          ciphertext.digest(),
          ciphertext.encode().length,
          world.pid(World.CLOUD),
          ByteString.of(new byte[64]));
    }
  }
}
