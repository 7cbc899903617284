package org.epione.record.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.epione.attachment.boundary.Attachment;
import org.epione.cloud.boundary.FetchRequest;
import org.epione.cloud.boundary.Finding;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.envelope.EnvelopeId;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.PersonKeys;
import org.epione.ledger.record.DiagnosisBody;
import org.epione.ledger.record.EpisodeReference;
import org.epione.ledger.record.LedgerRecord;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.Post;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.record.boundary.AppendedRecord;
import org.epione.record.boundary.Composition;
import org.epione.record.boundary.RecordRow;
import org.epione.record.boundary.RecordView;
import org.epione.record.entity.MedicalRecord;
import org.epione.record.entity.RecordOpening;
import org.epione.record.entity.RecordState;

/** Fetches a patient's ciphertext and opens it, trusting neither cloud nor composition. */
@ApplicationScoped
public class RecordReading {

  /** An opening that nobody came back for is forgotten after this time. */
  private static final Duration KEPT = Duration.ofHours(1);

  @Inject private RecordStore records;
  @Inject private CryptoSuite suite;
  @Inject private Clock clock;
  @EJB private PersonKeys personKeys;
  @EJB private Parties parties;
  @EJB private Post post;

  /** A line of the list. */
  public RecordRow row(MedicalRecord record) {
    return new RecordRow(
        record.id(),
        record.reference(),
        name(record),
        record.state().name(),
        record.reason(),
        record.sealedAt(),
        record.ciphertextLength(),
        record.appends().map(episode -> EpisodeReference.of(RecordId.ofHex(episode)).text()));
  }

  /** Asks the cloud for the ciphertext. */
  public RecordOpening ask(MedicalRecord record) {
    if (record.state() != RecordState.FINAL) {
      throw new RefusedException(ErrorCode.RECORD_NOT_FINAL);
    }
    Instant now = clock.instant();
    records.removeOpenings(record.patientAccount(), now.minus(KEPT));
    EnvelopeId request =
        post.send(
            new PartyCode(record.hospital()),
            new PartyCode(record.cloud()),
            FetchRequest.RECALL_TYPE,
            new FetchRequest(RecordId.ofHex(record.id()), Digest.ofHex(record.ciphertextDigest()))
                .encode(),
            Optional.empty());
    RecordOpening opening =
        new RecordOpening(
            UUID.randomUUID().toString(), record.id(), record.patientAccount(), request.hex(), now);
    records.add(opening);
    return opening;
  }

  /** The record, or empty while the cloud has not answered. */
  public Optional<RecordView> read(
      KeySession session, MedicalRecord record, RecordOpening opening) {
    if (opening.outcome().equals(RecordOpening.WAITING)) {
      return Optional.empty();
    }
    Composition composition = opened(session, record, opening);
    RecordView view = view(record, composition);
    if (composition.attachments().isEmpty()) {
      records.remove(opening);
    }
    return Optional.of(view);
  }

  private Composition opened(KeySession session, MedicalRecord record, RecordOpening opening) {
    byte[] content =
        opening
            .content()
            .filter(bytes -> opening.outcome().equals(Finding.INTACT.name()))
            .filter(bytes -> Digest.of(bytes).hex().equals(record.ciphertextDigest()))
            .orElseThrow(() -> new RefusedException(ErrorCode.RECORD_DAMAGED, opening.outcome()));
    Composition composition = open(session, content);
    requireSigned(record, composition);
    return composition;
  }

  /** One of the record's attachments, as it was signed; the opening is an hour old at most. */
  public Attachment attachment(
      KeySession session, MedicalRecord record, RecordOpening opening, int number) {
    if (clock.instant().isAfter(opening.askedAt().plus(KEPT))) {
      throw new RefusedException(ErrorCode.NOT_FOUND);
    }
    return opened(session, record, opening)
        .attachment(number)
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  private Composition open(KeySession session, byte[] content) {
    try {
      return Composition.decode(
          personKeys.decryptRecord(session, suite.reEncryption().decodeCiphertext(content)));
    } catch (DecryptionFailedException | MalformedEncodingException foreign) {
      throw new RefusedException(ErrorCode.RECORD_UNREADABLE);
    }
  }

  private static List<Statement> statements(MedicalRecord record) {
    return ((DiagnosisBody) LedgerRecord.decode(record.diagnosis()).body()).statements();
  }

  private static void requireSigned(MedicalRecord record, Composition composition) {
    if (!composition.isWhatWasSigned(statements(record))) {
      throw new RefusedException(ErrorCode.RECORD_UNREADABLE);
    }
  }

  private RecordView view(MedicalRecord record, Composition composition) {
    List<Statement> statements = statements(record);
    List<MedicalRecord> all = records.ofPatient(record.patientAccount());
    return new RecordView(
        record.id(),
        record.reference(),
        name(record),
        composition.complaint(),
        composition.symptomCode(),
        record.diagnosisId(),
        record.ciphertextDigest(),
        composition.entries().stream()
            .map(
                entry ->
                    new RecordView.EntryView(
                        entry.contribution().position(),
                        entry.authorName(),
                        statements.get(entry.contribution().position() - 1).time(),
                        entry.contribution().text(),
                        entry.contribution().attachments().stream().map(Attachment::view).toList()))
            .toList(),
        composition.leftOut(),
        composition.appends(),
        composition.appends().flatMap(appended -> named(all, appended)).map(this::row),
        all.stream()
            .filter(each -> each.appends().equals(Optional.of(record.id())))
            .map(this::row)
            .toList());
  }

  /** The record that the doctors named; what the database says is not asked. */
  private static Optional<MedicalRecord> named(List<MedicalRecord> all, AppendedRecord appended) {
    return all.stream()
        .filter(each -> each.diagnosisId().equals(appended.diagnosis().hex()))
        .findFirst();
  }

  private String name(MedicalRecord record) {
    return parties.name(new PartyCode(record.hospital()));
  }
}
