package org.epione.record.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.epione.chain.boundary.ChainSubmission;
import org.epione.cloud.boundary.FetchedContent;
import org.epione.cloud.boundary.PieceKept;
import org.epione.cloud.boundary.StoreReceipt;
import org.epione.cloud.boundary.StoreRefusal;
import org.epione.cloud.boundary.StoredPiece;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.StoredBody;
import org.epione.party.boundary.EnvelopeHandler;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.identity.PartyCode;
import org.epione.record.boundary.RecordListener;
import org.epione.record.entity.MedicalRecord;
import org.epione.record.entity.RecordOpening;
import org.epione.record.entity.RecordState;

/** What the cloud answers to the hospital about a finished record. */
@ApplicationScoped
public class CloudAnswers implements EnvelopeHandler {

  @Inject private RecordStore records;
  @Inject private Instance<RecordListener> listeners;
  @Inject private AttachmentShipping shipping;
  @Inject private AttachmentRecall recall;
  @Inject private Clock clock;
  @EJB private ChainSubmission chain;

  @Override
  public Set<String> types() {
    return Set.of(
        StoreReceipt.TYPE,
        StoreRefusal.TYPE,
        FetchedContent.RECALLED_TYPE,
        PieceKept.TYPE,
        StoredPiece.RECALLED_TYPE);
  }

  @Override
  public void handle(ReceivedEnvelope envelope) throws MessageRejectedException {
    switch (envelope.type()) {
      case StoreReceipt.TYPE -> stored(envelope);
      case StoreRefusal.TYPE -> refused(envelope);
      case FetchedContent.RECALLED_TYPE -> content(envelope);
      case PieceKept.TYPE -> kept(envelope);
      case StoredPiece.RECALLED_TYPE -> piece(envelope);
      default -> throw new IllegalArgumentException("not an answer of a cloud to a hospital");
    }
  }

  /** It is stored: the diagnosis goes to the chain. The same receipt again changes nothing. */
  private void stored(ReceivedEnvelope envelope) throws MessageRejectedException {
    LedgerRecord receipt;
    StoredBody body;
    try {
      receipt = LedgerRecord.decode(StoreReceipt.decode(envelope.payload()).record().bytes());
      if (!(receipt.body() instanceof StoredBody stored)) {
        throw new MessageRejectedException("the receipt is not a STORED record");
      }
      body = stored;
    } catch (MalformedEncodingException malformed) {
      throw new MessageRejectedException("the receipt cannot be read", malformed);
    }
    MedicalRecord record = record(envelope, body.episode().hex());
    if (record.state() != RecordState.STORING) {
      return;
    }
    boolean same =
        body.diagnosis().hex().equals(record.diagnosisId())
            && body.ciphertext().hex().equals(record.ciphertextDigest())
            && body.length() == record.ciphertextLength();
    if (!same) {
      throw new MessageRejectedException("the receipt is about something else");
    }
    record.storedBy(receipt.encode(), receipt.id().hex(), body.location(), clock.instant());
    PartyCode hospital = new PartyCode(record.hospital());
    chain.submit(hospital, hospital, LedgerRecord.decode(record.diagnosis()));
  }

  /** It was not stored. */
  private void refused(ReceivedEnvelope envelope) throws MessageRejectedException {
    StoreRefusal refusal;
    try {
      refusal = StoreRefusal.decode(envelope.payload());
    } catch (MalformedEncodingException malformed) {
      throw new MessageRejectedException("the refusal cannot be read", malformed);
    }
    MedicalRecord record = record(envelope, refusal.episode().hex());
    if (record.state() == RecordState.STORING) {
      String reason = "CLOUD_" + refusal.reason();
      record.reject(reason, clock.instant());
      listeners.forEach(each -> each.onRejected(refusal.episode(), reason));
    }
  }

  /** The ciphertext that a patient asked for, or why not. */
  private void content(ReceivedEnvelope envelope) throws MessageRejectedException {
    FetchedContent answer;
    try {
      answer = FetchedContent.decode(envelope.payload());
    } catch (MalformedEncodingException malformed) {
      throw new MessageRejectedException("the content cannot be read", malformed);
    }
    Optional<RecordOpening> opening =
        envelope.inReplyTo().flatMap(request -> records.openingByRequest(request.hex()));
    if (opening.isEmpty()) {
      return;
    }
    MedicalRecord record = record(envelope, opening.get().recordId());
    if (!record.id().equals(answer.episode().hex())) {
      throw new MessageRejectedException("the content is of another record");
    }
    opening
        .get()
        .answered(answer.finding().name(), answer.content().map(ByteString::bytes).orElse(null));
  }

  /** How much of an attachment is stored. */
  private void kept(ReceivedEnvelope envelope) throws MessageRejectedException {
    PieceKept answer = read(envelope, PieceKept::decode);
    shipping.kept(record(envelope, answer.episode().hex()), answer);
  }

  /** A piece of an attachment that a patient asked for, or why not. */
  private void piece(ReceivedEnvelope envelope) throws MessageRejectedException {
    StoredPiece answer = read(envelope, StoredPiece::decode);
    recall.came(record(envelope, answer.episode().hex()), answer);
  }

  private static <T> T read(ReceivedEnvelope envelope, Function<byte[], T> decode)
      throws MessageRejectedException {
    try {
      return decode.apply(envelope.payload());
    } catch (MalformedEncodingException malformed) {
      throw new MessageRejectedException("the answer cannot be read", malformed);
    }
  }

  private MedicalRecord record(ReceivedEnvelope envelope, String id)
      throws MessageRejectedException {
    return records
        .lock(id)
        .filter(
            each ->
                each.hospital().equals(envelope.to().value())
                    && each.cloud().equals(envelope.from().value()))
        .orElseThrow(() -> new MessageRejectedException("no such record between these parties"));
  }
}
