package org.epione.sharing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.epione.account.boundary.Caller;
import org.epione.attachment.boundary.Attachment;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.scheme.pre.ReEncryptedRecord;
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.PersonKeys;
import org.epione.ledger.record.AccessRequestedBody;
import org.epione.ledger.record.DiagnosisBody;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.record.boundary.Composition;
import org.epione.sharing.boundary.SharedRecord;
import org.epione.sharing.entity.Reading;
import org.epione.sharing.entity.ReadingState;
import org.epione.sharing.entity.RecordRequest;
import org.epione.sharing.entity.RequestState;

/**
 * The doctor opens what was re-encrypted for her. The text exists in memory for one answer; each
 * part is compared with what its author signed on the other hospital's chain.
 */
@ApplicationScoped
public class Opening {

  @EJB private PersonKeys persons;
  @Inject private RequestRegister register;
  @Inject private RequestViews parties;
  @Inject private CryptoSuite crypto;
  @Inject private Clock clock;

  /**
   * Decrypts a delivered record.
   *
   * @throws RefusedException EHR-4405, EHR-4406
   */
  public SharedRecord open(Caller doctor, Reading reading, KeySession keys) {
    RecordRequest request = own(doctor, reading);
    return shown(request, composition(request, reading, keys), diagnosis(request));
  }

  /**
   * One of the attachments of a delivered record, of a part that is what its author signed.
   *
   * @throws RefusedException EHR-1003 if there is none of that number; EHR-4405, EHR-4406
   */
  public Attachment attachment(Caller doctor, Reading reading, KeySession keys, int number) {
    RecordRequest request = own(doctor, reading);
    Composition composition = composition(request, reading, keys);
    if (!composition.isWhatWasSigned(diagnosis(request).statements())) {
      throw new RefusedException(ErrorCode.SHARED_RECORD_UNREADABLE);
    }
    return composition
        .attachment(number)
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  /** Of which record a reading is. */
  public RecordId record(Reading reading) {
    return diagnosis(register.find(reading.request()).orElseThrow()).episode();
  }

  private RecordRequest own(Caller doctor, Reading reading) {
    return register
        .find(reading.request())
        .filter(each -> each.doctor().equals(doctor.accountId()))
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  private static DiagnosisBody diagnosis(RecordRequest request) {
    return (DiagnosisBody) evidence(request).diagnosis().ledgerRecord().body();
  }

  private static Answer answer(RecordRequest request) {
    GrantEvidence evidence = evidence(request);
    AccessRequestedBody asked = (AccessRequestedBody) evidence.requested().ledgerRecord().body();
    return Answer.of(evidence.consented().ledgerRecord().body(), asked).orElseThrow();
  }

  private static GrantEvidence evidence(RecordRequest request) {
    return IssuedMessage.decode(request.evidence().orElseThrow()).evidence();
  }

  private Composition composition(RecordRequest request, Reading reading, KeySession keys) {
    byte[] content = contentOf(request, reading);
    DiagnosisBody diagnosis = diagnosis(request);
    Answer answer = answer(request);
    byte[] plaintext = new byte[0];
    try {
      ReEncryptedRecord turned = crypto.reEncryption().decodeReEncrypted(content);
      if (!turned.ciphertext().digest().equals(diagnosis.ciphertext())) {
        throw new RefusedException(ErrorCode.SHARED_RECORD_UNREADABLE);
      }
      plaintext =
          persons.decryptGranted(
              keys, answer.grant().digest().bytes(), diagnosis.episode(), turned);
      return Composition.decode(plaintext);
    } catch (DecryptionFailedException | MalformedEncodingException e) {
      throw new RefusedException(ErrorCode.SHARED_RECORD_UNREADABLE);
    } finally {
      Arrays.fill(plaintext, (byte) 0);
    }
  }

  private byte[] contentOf(RecordRequest request, Reading reading) {
    Instant now = clock.instant();
    boolean open =
        request.state() == RequestState.READY
            && request.notAfter().filter(end -> !now.isAfter(end)).isPresent()
            && reading.state() == ReadingState.DELIVERED
            && reading.keepUntil().filter(end -> !now.isAfter(end)).isPresent();
    if (!open) {
      throw new RefusedException(ErrorCode.RECORD_CLOSED);
    }
    return reading.content().orElseThrow(() -> new RefusedException(ErrorCode.RECORD_CLOSED));
  }

  private SharedRecord shown(
      RecordRequest request, Composition composition, DiagnosisBody diagnosis) {
    List<Statement> statements = diagnosis.statements();
    List<SharedRecord.Part> parts =
        IntStream.range(0, composition.entries().size())
            .mapToObj(i -> part(composition.entries().get(i), i, statements))
            .toList();
    boolean verified =
        parts.size() == statements.size()
            && parts.stream().allMatch(SharedRecord.Part::matchesSignature);
    return new SharedRecord(
        request.reference(),
        request.askedHospital().value(),
        parties.name(request.askedHospital()),
        composition.complaint(),
        composition.symptomCode(),
        parts,
        composition.leftOut(),
        composition.appends(),
        verified);
  }

  private static SharedRecord.Part part(
      Composition.Entry entry, int index, List<Statement> statements) {
    boolean matches =
        index < statements.size()
            && statements.get(index).content().equals(entry.contribution().digest())
            && statements.get(index).time().equals(entry.signedAt());
    return new SharedRecord.Part(
        entry.contribution().position(),
        entry.authorName(),
        entry.signedAt(),
        entry.contribution().text(),
        entry.contribution().attachments().stream().map(Attachment::view).toList(),
        matches);
  }
}
