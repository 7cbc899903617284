package org.epione.record.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalLong;
import org.epione.attachment.boundary.Attachment;
import org.epione.attachment.boundary.Download;
import org.epione.attachment.boundary.FetchView;
import org.epione.attachment.boundary.SealedAttachments;
import org.epione.cloud.boundary.Finding;
import org.epione.cloud.boundary.PieceRequest;
import org.epione.cloud.boundary.StoredPiece;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.party.boundary.Post;
import org.epione.platform.identity.PartyCode;
import org.epione.record.entity.MedicalRecord;

/** Brings a patient's attachment back from the cloud, piece by piece. */
@ApplicationScoped
public class AttachmentRecall {

  @EJB private SealedAttachments sealed;
  @EJB private Post post;

  /** Asks for what is missing, if it was not asked for, and says how far it is. */
  public FetchView fetch(MedicalRecord record, Attachment attachment) {
    PartyCode hospital = new PartyCode(record.hospital());
    OptionalLong next = sealed.next(hospital, attachment);
    if (next.isPresent()) {
      ask(record, attachment.ciphertext(), next.getAsLong());
    }
    return sealed.view(hospital, attachment);
  }

  /** Opens what has come. */
  public Download open(MedicalRecord record, Attachment attachment) {
    return sealed.open(new PartyCode(record.hospital()), RecordId.ofHex(record.id()), attachment);
  }

  /** A piece that came, or why none comes. */
  void came(MedicalRecord record, StoredPiece answer) {
    PartyCode hospital = new PartyCode(record.hospital());
    if (answer.finding() != Finding.INTACT) {
      sealed.failed(hospital, answer.ciphertext(), answer.finding().name());
      return;
    }
    OptionalLong next =
        sealed.accept(
            hospital,
            answer.ciphertext(),
            answer.length(),
            answer.offset(),
            answer.piece().bytes());
    if (next.isPresent()) {
      ask(record, answer.ciphertext(), next.getAsLong());
    }
  }

  private void ask(MedicalRecord record, Digest ciphertext, long offset) {
    post.send(
        new PartyCode(record.hospital()),
        new PartyCode(record.cloud()),
        PieceRequest.RECALL_TYPE,
        new PieceRequest(RecordId.ofHex(record.id()), ciphertext, offset).encode(),
        Optional.empty());
  }
}
