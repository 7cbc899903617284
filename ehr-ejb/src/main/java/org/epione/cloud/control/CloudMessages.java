package org.epione.cloud.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.epione.cloud.boundary.CheckRequest;
import org.epione.cloud.boundary.CheckResult;
import org.epione.cloud.boundary.FetchRequest;
import org.epione.cloud.boundary.FetchedContent;
import org.epione.cloud.boundary.KeepPiece;
import org.epione.cloud.boundary.PieceKept;
import org.epione.cloud.boundary.PieceRequest;
import org.epione.cloud.boundary.SearchRequest;
import org.epione.cloud.boundary.StoreReceipt;
import org.epione.cloud.boundary.StoreRefusal;
import org.epione.cloud.boundary.StoreRequest;
import org.epione.cloud.boundary.StoredPiece;
import org.epione.crypto.codec.ByteString;
import org.epione.party.boundary.EnvelopeHandler;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.Post;
import org.epione.party.boundary.ReceivedEnvelope;
import org.epione.platform.identity.PartyCode;
import org.epione.platform.identity.PartyRole;

/** What a cloud hosted here is asked, by whom, and its answers. */
@ApplicationScoped
public class CloudMessages implements EnvelopeHandler {

  @Inject private CloudStorage storage;
  @Inject private StoreCheck check;
  @Inject private AttachmentKeeping attachments;
  @Inject private HeaderSearch searches;
  @EJB private Parties parties;
  @EJB private Post post;

  @Override
  public Set<String> types() {
    return Set.of(
        StoreRequest.TYPE,
        FetchRequest.TYPE,
        FetchRequest.RECALL_TYPE,
        CheckRequest.TYPE,
        KeepPiece.TYPE,
        PieceRequest.TYPE,
        PieceRequest.RECALL_TYPE,
        SearchRequest.TYPE,
        SearchOn.TYPE);
  }

  @Override
  public void handle(ReceivedEnvelope envelope) throws MessageRejectedException {
    requireRole(envelope, true, PartyRole.CLOUD);
    switch (envelope.type()) {
      case StoreRequest.TYPE -> store(envelope);
      case FetchRequest.TYPE -> fetch(envelope);
      case FetchRequest.RECALL_TYPE -> recall(envelope);
      case CheckRequest.TYPE -> check(envelope);
      case KeepPiece.TYPE -> keep(envelope);
      case PieceRequest.TYPE -> fetchPiece(envelope);
      case PieceRequest.RECALL_TYPE -> recallPiece(envelope);
      case SearchRequest.TYPE -> search(envelope);
      case SearchOn.TYPE -> searchOn(envelope);
      default -> throw new IllegalArgumentException("nothing a cloud is asked");
    }
  }

  private void store(ReceivedEnvelope envelope) throws MessageRejectedException {
    requireRole(envelope, false, PartyRole.HOSPITAL);
    StoreRequest request = StoreRequest.decode(envelope.payload());
    StoreCheck.Answer answer = check.store(envelope.to(), envelope.from(), request);
    if (answer.receipt().isPresent()) {
      answer(
          envelope,
          StoreReceipt.TYPE,
          new StoreReceipt(ByteString.of(answer.receipt().get())).encode());
    } else {
      answer(
          envelope,
          StoreRefusal.TYPE,
          new StoreRefusal(answer.episode(), answer.refusal()).encode());
    }
  }

  private void fetch(ReceivedEnvelope envelope) throws MessageRejectedException {
    requireRole(envelope, false, PartyRole.SYSTEM_MANAGER);
    FetchRequest request = FetchRequest.decode(envelope.payload());
    answer(envelope, FetchedContent.TYPE, storage.fetch(envelope.to(), request).encode());
  }

  private void recall(ReceivedEnvelope envelope) throws MessageRejectedException {
    FetchRequest request = FetchRequest.decode(envelope.payload());
    requireOwner(envelope, new CheckRequest(request.episode(), request.ciphertext()));
    answer(envelope, FetchedContent.RECALLED_TYPE, storage.fetch(envelope.to(), request).encode());
  }

  private void keep(ReceivedEnvelope envelope) throws MessageRejectedException {
    requireRole(envelope, false, PartyRole.HOSPITAL);
    KeepPiece piece = KeepPiece.decode(envelope.payload());
    answer(
        envelope, PieceKept.TYPE, attachments.keep(envelope.to(), envelope.from(), piece).encode());
  }

  private void fetchPiece(ReceivedEnvelope envelope) throws MessageRejectedException {
    requireRole(envelope, false, PartyRole.SYSTEM_MANAGER);
    PieceRequest request = PieceRequest.decode(envelope.payload());
    answer(envelope, StoredPiece.TYPE, attachments.piece(envelope.to(), request).encode());
  }

  private void recallPiece(ReceivedEnvelope envelope) throws MessageRejectedException {
    PieceRequest request = PieceRequest.decode(envelope.payload());
    requireOwner(envelope, new CheckRequest(request.episode(), request.ciphertext()));
    answer(envelope, StoredPiece.RECALLED_TYPE, attachments.piece(envelope.to(), request).encode());
  }

  private void search(ReceivedEnvelope envelope) throws MessageRejectedException {
    requireRole(envelope, false, PartyRole.HOSPITAL);
    searches.begin(envelope.to(), envelope.from(), SearchRequest.decode(envelope.payload()));
  }

  private void searchOn(ReceivedEnvelope envelope) throws MessageRejectedException {
    if (!envelope.from().equals(envelope.to())) {
      throw new MessageRejectedException("only the cloud itself goes on with a search");
    }
    searches.goOn(envelope.to(), SearchOn.decode(envelope.payload()));
  }

  private void check(ReceivedEnvelope envelope) throws MessageRejectedException {
    CheckRequest request = CheckRequest.decode(envelope.payload());
    if (role(envelope.from()) != PartyRole.SYSTEM_MANAGER) {
      requireOwner(envelope, request);
    }
    answer(envelope, CheckResult.TYPE, storage.check(envelope.to(), request).encode());
  }

  private void requireOwner(ReceivedEnvelope envelope, CheckRequest request)
      throws MessageRejectedException {
    if (!storage.belongsTo(envelope.to(), envelope.from(), request)) {
      throw new MessageRejectedException("the sender did not store that");
    }
  }

  private void requireRole(ReceivedEnvelope envelope, boolean receiver, PartyRole expected)
      throws MessageRejectedException {
    if (role(receiver ? envelope.to() : envelope.from()) != expected) {
      throw new MessageRejectedException(envelope.type() + " is not for these parties to exchange");
    }
  }

  private PartyRole role(PartyCode party) throws MessageRejectedException {
    return parties
        .find(party)
        .orElseThrow(() -> new MessageRejectedException("unknown party"))
        .role();
  }

  private void answer(ReceivedEnvelope request, String type, byte[] payload) {
    post.send(request.to(), request.from(), type, payload, Optional.of(request.id()));
  }
}
