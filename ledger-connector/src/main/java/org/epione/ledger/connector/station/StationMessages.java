package org.epione.ledger.connector.station;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.envelope.Envelope;
import org.epione.crypto.envelope.SignedEnvelope;
import org.epione.ledger.connector.context.EquivocationAlarms;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.context.StoredBlocks;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.finality.Equivocation;
import org.epione.ledger.identity.StationIdentity;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.EnrolledStation;
import org.epione.ledger.state.Founding;
import org.epione.ledger.station.BlockBatch;
import org.epione.ledger.station.BlocksWanted;
import org.epione.ledger.station.CountersignatureBatch;
import org.epione.ledger.station.StationAlarm;

/**
 * Answers doctors' stations. A station is known by its key, which a doctor in good standing has
 * enrolled on the chain; it proves it by signing each message. A message counts for a few minutes
 * only, and doing what it asks for again does no harm.
 */
public final class StationMessages {

  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final int AT_ONCE = 10;
  private static final Logger LOG = Logger.getLogger(StationMessages.class.getName());

  private final LedgerContext context;

  /** Works with what the context holds. */
  public StationMessages(LedgerContext context) {
    this.context = context;
  }

  /**
   * Does what a station asks for.
   *
   * @return the answer; no bytes where there is nothing to say
   * @throws LedgerException if the message is not acceptable
   */
  public byte[] answer(byte[] message) {
    try {
      return answer(SignedEnvelope.decode(message));
    } catch (MalformedEncodingException e) {
      throw new LedgerException(LedgerProblem.BAD_STATION_MESSAGE, String.valueOf(e.getMessage()));
    }
  }

  private byte[] answer(SignedEnvelope signed) {
    Envelope envelope = signed.envelope();
    String hospital = envelope.to();
    ChainRow row =
        context
            .store()
            .chains()
            .find(hospital, hospital)
            .orElseThrow(() -> new LedgerException(LedgerProblem.NO_CHAIN, hospital));
    ChainState state = context.states().at(context.store(), row);
    requireFrom(state, signed);
    byte[] payload = envelope.payload().bytes();
    switch (envelope.type()) {
      case BlocksWanted.TYPE -> {
        return blocks(row, BlocksWanted.decode(payload).from()).encode();
      }
      case CountersignatureBatch.TYPE ->
          new Countersigning(context).take(hospital, CountersignatureBatch.decode(payload).votes());
      case StationAlarm.TYPE -> alarm(state, envelope, Equivocation.decode(payload));
      default ->
          throw new LedgerException(
              LedgerProblem.BAD_STATION_MESSAGE, "unknown type " + envelope.type());
    }
    return new byte[0];
  }

  private void requireFrom(ChainState state, SignedEnvelope signed) {
    Envelope envelope = signed.envelope();
    EnrolledStation station =
        state.stations().stream()
            .filter(known -> StationIdentity.name(known.key()).equals(envelope.from()))
            .filter(known -> state.inGoodStanding(known.doctor()))
            .filter(known -> known.validity().includes(context.now()))
            .findFirst()
            .orElseThrow(() -> new LedgerException(LedgerProblem.UNKNOWN_STATION, envelope.from()));
    if (!context.checks().ed25519(station.key(), envelope.toSign(), signed.signature())) {
      throw new LedgerException(
          LedgerProblem.BAD_STATION_MESSAGE, "false signature of " + envelope.from());
    }
    Duration apart = Duration.between(envelope.created(), context.now()).abs();
    if (apart.compareTo(FRESH) > 0) {
      throw new LedgerException(
          LedgerProblem.BAD_STATION_MESSAGE,
          "clocks of hospital and " + envelope.from() + " differ by " + apart.toMinutes() + " min");
    }
  }

  private BlockBatch blocks(ChainRow row, long from) {
    StoredBlocks.requireHere(context.store(), row.hospital(), row.hospital(), from);
    List<ByteString> batch = new ArrayList<>();
    long bytes = 0;
    boolean full = false;
    for (long at = from; at <= row.height() && !full; at += AT_ONCE) {
      int most = (int) Math.min(Math.min(AT_ONCE, row.height() - at + 1), BlockBatch.MOST);
      for (byte[] block :
          context.store().chains().blocks(row.hospital(), row.hospital(), at, most)) {
        bytes += block.length;
        full = full || batch.size() == BlockBatch.MOST || bytes > BlockBatch.MOST_BYTES;
        if (!full || batch.isEmpty()) {
          batch.add(ByteString.of(block));
        }
      }
    }
    return new BlockBatch(row.height(), batch);
  }

  private void alarm(ChainState state, Envelope envelope, Equivocation proof) {
    Founding founding = state.founding().orElseThrow();
    String hospital = envelope.to();
    if (!proof.isByHospital(context.checks(), founding)) {
      throw new LedgerException(
          LedgerProblem.BAD_STATION_MESSAGE, "proof of nothing from " + envelope.from());
    }
    LOG.severe(LedgerProblem.TWO_HISTORIES.about(hospital + " height " + proof.height()));
    context.store().chains().lock(hospital, hospital);
    new EquivocationAlarms(context).raise(founding, proof, envelope.from());
  }
}
