package org.epione.sharing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.epione.cloud.boundary.FetchedContent;
import org.epione.cloud.boundary.StoredPiece;
import org.epione.ledger.record.AccessRequestedBody;
import org.epione.ledger.record.RecordBody;
import org.epione.ledger.record.RequestId;
import org.epione.party.boundary.EnvelopeHandler;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.party.boundary.ReceivedEnvelope;

/** Brings each envelope of a sharing to the side that it is for. */
@ApplicationScoped
public class SharingHandler implements EnvelopeHandler {

  @Inject private AskingHospital asking;
  @Inject private AskedHospital asked;
  @Inject private AddendaElsewhere addenda;
  @Inject private KeyIssuer issuer;
  @Inject private KeyOrders orders;
  @Inject private Offers offers;
  @Inject private Proxy proxy;
  @Inject private AttachmentProxy attachmentProxy;
  @Inject private SharedAttachments attachments;

  @Override
  public Set<String> types() {
    return Set.of(
        AskMessage.TYPE,
        AskTogetherMessage.TYPE,
        IssueOrder.TYPE,
        OfferedMessage.TYPE,
        ProgressMessage.TYPE,
        GrantMessage.TYPE,
        IssuedMessage.TYPE,
        DeniedMessage.TYPE,
        ReadMessage.TYPE,
        ContentMessage.TYPE,
        ReadRefusedMessage.TYPE,
        WithdrawnMessage.TYPE,
        AddendumMessage.TYPE,
        DestructionReceipt.TYPE,
        FetchedContent.TYPE,
        PieceWantedMessage.TYPE,
        PieceMessage.TYPE,
        StoredPiece.TYPE);
  }

  @Override
  public void handle(ReceivedEnvelope envelope) throws MessageRejectedException {
    switch (envelope.type()) {
      case AskMessage.TYPE -> asked.asked(envelope);
      case AskTogetherMessage.TYPE -> asked.askedTogether(envelope);
      case ProgressMessage.TYPE -> asking.progress(envelope);
      case GrantMessage.TYPE -> issuer.granted(envelope);
      case OfferedMessage.TYPE -> offers.told(envelope);
      case IssueOrder.TYPE -> orders.carryOut(envelope);
      case IssuedMessage.TYPE -> issued(envelope);
      case DeniedMessage.TYPE -> denied(envelope);
      case ReadMessage.TYPE -> proxy.read(envelope);
      case ContentMessage.TYPE -> asking.content(envelope);
      case ReadRefusedMessage.TYPE -> asking.readRefused(envelope);
      case WithdrawnMessage.TYPE -> issuer.withdrawn(envelope);
      case DestructionReceipt.TYPE -> asked.destroyed(envelope);
      case AddendumMessage.TYPE -> addenda.told(envelope);
      case FetchedContent.TYPE -> proxy.fetched(envelope);
      case PieceWantedMessage.TYPE -> attachmentProxy.wanted(envelope);
      case StoredPiece.TYPE -> attachmentProxy.fetched(envelope);
      case PieceMessage.TYPE -> attachments.came(envelope);
      default -> throw new MessageRejectedException("The message is of an unknown type.");
    }
  }

  private void issued(ReceivedEnvelope envelope) throws MessageRejectedException {
    RecordBody body =
        IssuedMessage.decode(envelope.payload()).evidence().requested().ledgerRecord().body();
    if (!(body instanceof AccessRequestedBody request)) {
      throw new MessageRejectedException("The record is no request.");
    }
    Sides sides = sides(envelope, request.request());
    if (sides.asked()) {
      asked.issued(envelope);
    }
    if (sides.asking()) {
      asking.issued(envelope);
    }
  }

  private void denied(ReceivedEnvelope envelope) throws MessageRejectedException {
    Sides sides = sides(envelope, DeniedMessage.decode(envelope.payload()).request());
    if (sides.asked()) {
      asked.denied(envelope);
    }
    if (sides.asking()) {
      asking.denied(envelope);
    }
  }

  /** Which sides of a sharing the receiver is: a doctor can ask within her own hospital. */
  private record Sides(boolean asked, boolean asking) {}

  private Sides sides(ReceivedEnvelope envelope, RequestId request)
      throws MessageRejectedException {
    Sides sides =
        new Sides(asked.knows(request, envelope.to()), asking.knows(request, envelope.to()));
    if (!sides.asked() && !sides.asking()) {
      throw new MessageRejectedException("The request is not known here.");
    }
    return sides;
  }
}
