package org.epione.sharing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;
import org.epione.attachment.boundary.Attachment;
import org.epione.attachment.boundary.Download;
import org.epione.attachment.boundary.FetchView;
import org.epione.attachment.boundary.SealedAttachments;
import org.epione.cloud.boundary.Finding;
import org.epione.cloud.boundary.StoredPiece;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.ReadId;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.identity.PartyCode;
import org.epione.sharing.entity.Reading;
import org.epione.sharing.entity.ReadingState;
import org.epione.sharing.entity.RecordRequest;
import org.epione.sharing.entity.RequestState;

/**
 * The reading doctor's hospital fetches attachments of a record that was delivered, through the
 * system manager, which checks the grant again for each piece.
 */
@ApplicationScoped
public class SharedAttachments {

  @Inject private RequestRegister register;
  @EJB private SealedAttachments sealed;
  @EJB private Post post;

  /** Asks for what is missing, if it was not asked for, and says how far it is. */
  public FetchView fetch(PartyCode hospital, Reading reading, Attachment attachment) {
    OptionalLong next = sealed.next(hospital, attachment);
    if (next.isPresent()) {
      ask(hospital, reading.id(), attachment.ciphertext(), next.getAsLong());
    }
    return sealed.view(hospital, attachment);
  }

  /** Opens what has come. */
  public Download open(PartyCode hospital, RecordId record, Attachment attachment) {
    return sealed.open(hospital, record, attachment);
  }

  /** {@code sharing.piece}. */
  void came(ReceivedEnvelope envelope) throws MessageRejectedException {
    Senders.requireSystemManager(envelope);
    PieceMessage message = PieceMessage.decode(envelope.payload());
    Reading reading =
        register
            .take(message.reading())
            .orElseThrow(() -> new MessageRejectedException("No such reading was begun here."));
    RecordRequest request = register.take(reading.request()).orElseThrow();
    Senders.require(request.hospital().equals(envelope.to()));
    StoredPiece piece = message.piece();
    boolean isOpen =
        request.state() == RequestState.READY && reading.state() == ReadingState.DELIVERED;
    if (!isOpen || piece.finding() != Finding.INTACT) {
      sealed.failed(envelope.to(), piece.ciphertext(), piece.finding().name());
      return;
    }
    OptionalLong next =
        sealed.accept(
            envelope.to(),
            piece.ciphertext(),
            piece.length(),
            piece.offset(),
            piece.piece().bytes());
    if (next.isPresent()) {
      ask(envelope.to(), reading.id(), piece.ciphertext(), next.getAsLong());
    }
  }

  private void ask(PartyCode hospital, ReadId reading, Digest ciphertext, long offset) {
    post.send(
        hospital,
        PartyCode.SYSTEM_MANAGER,
        PieceWantedMessage.TYPE,
        new PieceWantedMessage(reading, ciphertext, offset).encode(),
        Optional.empty());
  }
}
