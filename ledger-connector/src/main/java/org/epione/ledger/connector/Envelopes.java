package org.epione.ledger.connector;

import java.util.Optional;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.envelope.Envelope;
import org.epione.crypto.envelope.SignedEnvelope;
import org.epione.ledger.block.ChainCopy;
import org.epione.ledger.block.CopyWanted;
import org.epione.ledger.block.Cosignature;
import org.epione.ledger.block.ProposedBlock;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.making.BlockMaking;
import org.epione.ledger.connector.making.CloudAgreement;
import org.epione.ledger.connector.making.CloudCopy;
import org.epione.ledger.connector.making.Cosigning;
import org.epione.ledger.connector.making.Finalisation;
import org.epione.ledger.connector.making.Intake;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.witness.HeadExchange;
import org.epione.ledger.connector.witness.HeadOffers;
import org.epione.ledger.connector.witness.Witnessing;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.transparency.CheckpointOffer;
import org.epione.ledger.transparency.HeadsApart;
import org.epione.ledger.transparency.SeenHead;
import org.epione.ledger.transparency.WitnessAnswer;

/** Opens envelopes to the ledger: only from parties known here, only to parties hosted here. */
final class Envelopes {

  static final String SUBMIT = "ledger.submit";

  private final LedgerContext context;

  Envelopes(LedgerContext context) {
    this.context = context;
  }

  /**
   * Does what the envelope asks for; the same envelope again does no harm.
   *
   * @return the hospital on whose chain there may be something to do now
   * @throws LedgerException if the envelope is not acceptable, now and always
   */
  Optional<String> handle(byte[] message) {
    try {
      return handle(opened(message));
    } catch (MalformedEncodingException e) {
      throw new LedgerException(LedgerProblem.BAD_MESSAGE, String.valueOf(e.getMessage()));
    }
  }

  private Optional<String> handle(Envelope envelope) {
    byte[] payload = envelope.payload().bytes();
    switch (envelope.type()) {
      case SUBMIT -> {
        new Intake(context).submit(envelope.to(), envelope.from(), LedgerRecord.decode(payload));
        return Optional.of(envelope.to());
      }
      case BlockMaking.PROPOSE -> {
        new Cosigning(context)
            .proposed(envelope.to(), envelope.from(), ProposedBlock.decode(payload));
        return Optional.empty();
      }
      case Cosigning.COSIGN -> {
        new Finalisation(context)
            .cosigned(envelope.to(), envelope.from(), Cosignature.decode(payload));
        return Optional.of(envelope.to());
      }
      case HeadOffers.OFFER -> {
        new Witnessing(context)
            .offered(envelope.to(), envelope.from(), CheckpointOffer.decode(payload));
        return Optional.empty();
      }
      case Witnessing.ANSWER -> {
        new HeadOffers(context)
            .answered(envelope.to(), envelope.from(), WitnessAnswer.decode(payload));
        return Optional.empty();
      }
      case HeadExchange.SEEN -> {
        new HeadExchange(context).seen(envelope.to(), envelope.from(), SeenHead.decode(payload));
        return Optional.empty();
      }
      case HeadExchange.APART -> {
        new HeadOffers(context).apart(envelope.to(), envelope.from(), HeadsApart.decode(payload));
        return Optional.empty();
      }
      case HeadOffers.JOINED -> {
        new HeadExchange(context)
            .joined(envelope.to(), envelope.from(), CheckpointOffer.decode(payload));
        return Optional.empty();
      }
      case CloudAgreement.WANTED -> {
        new CloudCopy(context).wanted(envelope.to(), envelope.from(), CopyWanted.decode(payload));
        return Optional.empty();
      }
      case Cosigning.ORIGINAL_WANTED -> {
        new CloudCopy(context)
            .originalWanted(envelope.to(), envelope.from(), CopyWanted.decode(payload));
        return Optional.empty();
      }
      case CloudCopy.ORIGINAL -> {
        new Cosigning(context).original(envelope.to(), envelope.from(), ChainCopy.decode(payload));
        return Optional.empty();
      }
      case CloudCopy.COPY -> {
        new CloudAgreement(context)
            .answered(envelope.to(), envelope.from(), ChainCopy.decode(payload));
        return Optional.of(envelope.to());
      }
      default ->
          throw new LedgerException(LedgerProblem.BAD_MESSAGE, "unknown type " + envelope.type());
    }
  }

  private Envelope opened(byte[] message) {
    SignedEnvelope signed = SignedEnvelope.decode(message);
    Envelope envelope = signed.envelope();
    PartyCertificate sender =
        context
            .directory()
            .certificate(envelope.from())
            .orElseThrow(
                () ->
                    new LedgerException(
                        LedgerProblem.BAD_MESSAGE, "unknown sender " + envelope.from()));
    if (!context
        .checks()
        .ed25519(sender.identity().signingKey(), envelope.toSign(), signed.signature())) {
      throw new LedgerException(
          LedgerProblem.BAD_MESSAGE, "false signature in the name of " + envelope.from());
    }
    if (!context.directory().hosts(envelope.to())) {
      throw new LedgerException(LedgerProblem.BAD_MESSAGE, envelope.to() + " is not hosted here");
    }
    return envelope;
  }
}
