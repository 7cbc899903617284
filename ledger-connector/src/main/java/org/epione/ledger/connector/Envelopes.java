package org.epione.ledger.connector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.envelope.Envelope;
import org.epione.crypto.envelope.SignedEnvelope;
import org.epione.ledger.block.ArchivedBlocks;
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
import org.epione.ledger.connector.making.Submission;
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

  private static final Logger LOG = Logger.getLogger(Envelopes.class.getName());

  private final LedgerContext context;

  Envelopes(LedgerContext context) {
    this.context = context;
  }

  /**
   * Verifies the signatures on these messages, those on the records in them in one batch, and
   * remembers those that hold. Nothing is done for a record that no party known here has sent. What
   * is not acceptable is for {@link #handle} to say.
   */
  void verify(List<byte[]> messages) {
    Map<String, List<Submission>> submissions = new HashMap<>();
    for (byte[] message : messages) {
      try {
        Envelope envelope = opened(message);
        if (envelope.type().equals(SUBMIT)) {
          submissions
              .computeIfAbsent(envelope.to(), hospital -> new ArrayList<>())
              .add(submission(envelope));
        }
      } catch (MalformedEncodingException | LedgerException e) {
        LOG.log(Level.FINE, e, () -> "left to be refused");
      }
    }
    submissions.forEach(new Intake(context)::verify);
  }

  /**
   * Does what the envelopes ask for; the same envelope again does no harm.
   *
   * @return for each the hospital on whose chain there may be something to do now
   * @throws LedgerException if one of them is not acceptable, now and always
   */
  List<Optional<String>> handle(List<byte[]> messages) {
    try {
      List<Envelope> envelopes = messages.stream().map(this::opened).toList();
      Map<String, List<Submission>> submissions = new LinkedHashMap<>();
      List<Optional<String>> hospitals = new ArrayList<>();
      for (Envelope envelope : envelopes) {
        if (envelope.type().equals(SUBMIT)) {
          submissions
              .computeIfAbsent(envelope.to(), hospital -> new ArrayList<>())
              .add(submission(envelope));
          hospitals.add(Optional.of(envelope.to()));
        } else {
          hospitals.add(handle(envelope));
        }
      }
      submissions.forEach(new Intake(context)::submit);
      return hospitals;
    } catch (MalformedEncodingException e) {
      throw new LedgerException(LedgerProblem.BAD_MESSAGE, String.valueOf(e.getMessage()));
    }
  }

  private static Submission submission(Envelope envelope) {
    return new Submission(envelope.from(), LedgerRecord.decode(envelope.payload().bytes()));
  }

  private Optional<String> handle(Envelope envelope) {
    byte[] payload = envelope.payload().bytes();
    switch (envelope.type()) {
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
      case CloudCopy.ARCHIVED -> {
        new CloudCopy(context)
            .archived(envelope.to(), envelope.from(), ArchivedBlocks.decode(payload));
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
