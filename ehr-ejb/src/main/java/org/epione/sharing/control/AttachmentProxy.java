package org.epione.sharing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.epione.cloud.boundary.Finding;
import org.epione.cloud.boundary.PieceRequest;
import org.epione.cloud.boundary.StoredPiece;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.envelope.EnvelopeId;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.DiagnosisBody;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.identity.PartyCode;
import org.epione.sharing.entity.Delivery;
import org.epione.sharing.entity.DeliveryState;
import org.epione.sharing.entity.GrantCase;
import org.epione.sharing.entity.PieceOnTheWay;

/**
 * The system manager passes on attachments of a record that it re-encrypted for a doctor: piece by
 * piece, for each checking anew that the grant still holds. The cloud gives only what belongs to
 * the granted episode. Attachments need no turning: their keys are in the record, which was turned.
 */
@ApplicationScoped
public class AttachmentProxy {

  @EJB private Post post;
  @Inject private CaseRegister register;
  @Inject private GrantCheck check;
  @Inject private GrantProof proof;
  @Inject private Clock clock;

  /** {@code sharing.piece-wanted}. */
  void wanted(ReceivedEnvelope envelope) throws MessageRejectedException {
    Senders.requireToSystemManager(envelope);
    PieceWantedMessage message = PieceWantedMessage.decode(envelope.payload());
    Delivery delivery =
        register
            .take(message.reading())
            .orElseThrow(() -> new MessageRejectedException("There was no such reading."));
    Senders.require(envelope.from().equals(delivery.askingHospital()));
    GrantCase grantCase = register.take(Digest.ofHex(delivery.grantDigest())).orElseThrow();
    DiagnosisBody diagnosis = diagnosis(grantCase);
    boolean isOpen =
        delivery.state() == DeliveryState.DELIVERED && check.againstReading(grantCase).isEmpty();
    if (!isOpen) {
      send(
          delivery,
          new StoredPiece(
              diagnosis.episode(),
              message.ciphertext(),
              Finding.UNKNOWN,
              0,
              message.offset(),
              ByteString.of(new byte[0])));
      return;
    }
    EnvelopeId question =
        post.send(
            PartyCode.SYSTEM_MANAGER,
            proof.codeOf(diagnosis.cloud()),
            PieceRequest.TYPE,
            new PieceRequest(diagnosis.episode(), message.ciphertext(), message.offset()).encode(),
            Optional.empty());
    register.add(new PieceOnTheWay(question.hex(), delivery.id(), clock.instant()));
  }

  /** {@code cloud.piece}. */
  void fetched(ReceivedEnvelope envelope) throws MessageRejectedException {
    Senders.requireToSystemManager(envelope);
    StoredPiece piece = StoredPiece.decode(envelope.payload());
    PieceOnTheWay asked =
        envelope
            .inReplyTo()
            .flatMap(register::pieceAskedBy)
            .orElseThrow(() -> new MessageRejectedException("Nobody asked for this piece."));
    Delivery delivery = register.take(asked.reading()).orElseThrow();
    GrantCase grantCase = register.take(Digest.ofHex(delivery.grantDigest())).orElseThrow();
    DiagnosisBody diagnosis = diagnosis(grantCase);
    Senders.require(envelope.from().equals(proof.codeOf(diagnosis.cloud())));
    if (!piece.episode().equals(diagnosis.episode())) {
      throw new MessageRejectedException("The piece is of another record.");
    }
    register.remove(asked);
    send(delivery, piece);
  }

  private void send(Delivery delivery, StoredPiece piece) {
    post.send(
        PartyCode.SYSTEM_MANAGER,
        delivery.askingHospital(),
        PieceMessage.TYPE,
        new PieceMessage(delivery.id(), piece).encode(),
        Optional.empty());
  }

  private static DiagnosisBody diagnosis(GrantCase grantCase) {
    GrantEvidence evidence = GrantEvidence.decode(grantCase.evidence());
    return (DiagnosisBody) evidence.diagnosis().ledgerRecord().body();
  }
}
