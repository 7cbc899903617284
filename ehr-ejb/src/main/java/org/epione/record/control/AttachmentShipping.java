package org.epione.record.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.epione.attachment.boundary.Attachment;
import org.epione.attachment.boundary.SealedAttachments;
import org.epione.cloud.boundary.KeepPiece;
import org.epione.cloud.boundary.PieceKept;
import org.epione.cloud.boundary.StoreRequest;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.party.boundary.Post;
import org.epione.platform.identity.PartyCode;
import org.epione.record.boundary.RecordListener;
import org.epione.record.entity.MedicalRecord;
import org.epione.record.entity.RecordAttachment;
import org.epione.record.entity.RecordState;

/**
 * Sends a finished record to the cloud: first its sealed attachments, a piece at a time, each
 * acknowledged before the next, then the record itself, for which the cloud signs only if it has
 * them all.
 */
@ApplicationScoped
public class AttachmentShipping {

  @Inject private RecordStore records;
  @Inject private Instance<RecordListener> listeners;
  @Inject private Clock clock;
  @EJB private SealedAttachments sealed;
  @EJB private Post post;

  /** Begins with the first attachment, or with the record if there is none. */
  public void begin(MedicalRecord record, byte[] ciphertext, List<Attachment> attachments) {
    for (int i = 0; i < attachments.size(); i++) {
      Attachment each = attachments.get(i);
      records.add(
          new RecordAttachment(
              record.id(), i + 1, each.ciphertext().hex(), each.ciphertextLength()));
    }
    record.hold(ciphertext);
    next(record);
  }

  /** What the cloud says to a piece. */
  void kept(MedicalRecord record, PieceKept answer) {
    if (record.state() != RecordState.STORING || record.heldCiphertext().isEmpty()) {
      return;
    }
    Optional<RecordAttachment> attachment =
        records.attachments(record.id()).stream()
            .filter(each -> each.digest().equals(answer.ciphertext().hex()))
            .findFirst();
    if (attachment.isEmpty()) {
      return;
    }
    if (answer.refusal().isPresent()) {
      reject(record, "CLOUD_" + answer.refusal().get());
      return;
    }
    long before = attachment.get().stored();
    attachment.get().stored(answer.kept());
    if (attachment.get().stored() > before) {
      next(record);
    }
  }

  private void next(MedicalRecord record) {
    Optional<RecordAttachment> waiting =
        records.attachments(record.id()).stream().filter(each -> !each.isStored()).findFirst();
    if (waiting.isEmpty()) {
      store(record);
      return;
    }
    RecordAttachment attachment = waiting.get();
    Digest digest = Digest.ofHex(attachment.digest());
    Optional<byte[]> piece = sealed.piece(digest, attachment.stored());
    if (piece.isEmpty()) {
      reject(record, "ATTACHMENT_LOST");
      return;
    }
    send(
        record,
        KeepPiece.TYPE,
        new KeepPiece(
                RecordId.ofHex(record.id()),
                digest,
                attachment.length(),
                attachment.stored(),
                ByteString.of(piece.get()))
            .encode());
  }

  private void store(MedicalRecord record) {
    byte[] ciphertext = record.heldCiphertext().orElseThrow();
    record.letGo();
    send(
        record,
        StoreRequest.TYPE,
        new StoreRequest(
                ByteString.of(record.diagnosis()),
                ByteString.of(ciphertext),
                records.attachments(record.id()).stream()
                    .map(each -> Digest.ofHex(each.digest()))
                    .toList())
            .encode());
  }

  private void send(MedicalRecord record, String type, byte[] payload) {
    post.send(
        new PartyCode(record.hospital()),
        new PartyCode(record.cloud()),
        type,
        payload,
        Optional.empty());
  }

  private void reject(MedicalRecord record, String reason) {
    record.letGo();
    record.reject(reason, clock.instant());
    listeners.forEach(each -> each.onRejected(RecordId.ofHex(record.id()), reason));
  }
}
