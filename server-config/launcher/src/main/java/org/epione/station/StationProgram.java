package org.epione.station;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.ledger.block.Block;
import org.epione.ledger.finality.Countersignature;
import org.epione.ledger.state.SignatureChecks;
import org.epione.ledger.station.BlockBatch;
import org.epione.ledger.station.CountersignatureBatch;
import org.epione.ledger.station.Reception;
import org.epione.ledger.station.Station;
import org.epione.ledger.station.TrustAnchor;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a station going: takes blocks from the topic as they come, asks the portal for what is
 * missing, beginning with the last block it has, and sends countersignatures. Waits out whatever is
 * away. One use, run by one thread.
 */
public final class StationProgram {

  private final StationFolder folder;
  private final TrustAnchor anchor;
  private final Optional<Subscription> subscription;
  private final HospitalPost post;
  private final Station station;
  private final Duration lookAgain;
  private final Consumer<String> say;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private @Nullable BlockTopic topic;
  private String lastTrouble = "";

  /**
   * A station on this folder.
   *
   * @param portal the hospital's, ending in {@code /ehr/}
   * @param subscription where blocks are published; without, the portal is asked now and then
   * @param lookAgain after which time without news the portal is asked
   * @param say told in one line what a person should know
   */
  public StationProgram(
      StationFolder folder,
      TrustAnchor anchor,
      URI portal,
      Optional<Subscription> subscription,
      CryptoSuite crypto,
      Clock clock,
      Duration lookAgain,
      Consumer<String> say) {
    this.folder = folder;
    this.anchor = anchor;
    this.subscription = subscription;
    this.lookAgain = lookAgain;
    this.say = say;
    this.post = new HospitalPost(portal, anchor.hospital(), folder.key(), crypto.random(), clock);
    this.station = Station.open(anchor, folder, folder.key(), new SignatureChecks(crypto));
  }

  /** Lets {@link #run} return soon. */
  public void stop() {
    stopped.countDown();
  }

  /**
   * Goes on until it is stopped, or until the hospital signed two histories and the portal knows.
   *
   * @return whether the hospital is still to be trusted
   */
  public boolean run() throws InterruptedException {
    try {
      boolean behind = true;
      while (stopped.getCount() > 0) {
        try {
          if (station.evidence().isPresent()) {
            post.alarm(station.evidence().get());
            return false;
          }
          if (behind) {
            catchUp();
          }
          deliver();
          behind = take();
        } catch (HospitalRefusal refusal) {
          trouble(
              refusal.isUnknownStation()
                  ? "Not enrolled yet, or not any more. Enrolment code: "
                      + folder.key().identity().text()
                  : String.valueOf(refusal.getMessage()));
          behind = true;
          pause();
        } catch (IOException | JMSException away) {
          closeTopic();
          trouble("Waiting: " + away.getMessage());
          behind = true;
          pause();
        } catch (MalformedEncodingException nonsense) {
          trouble("Something unreadable arrived; update this program if it stays: " + nonsense);
          behind = true;
          pause();
        }
      }
      return true;
    } finally {
      closeTopic();
    }
  }

  /** Waits for a block; whether others may be missing. */
  private boolean take() throws JMSException, InterruptedException {
    if (station.evidence().isPresent()) {
      return false;
    }
    if (subscription.isEmpty()) {
      pause();
      return true;
    }
    BlockTopic open = topic;
    if (open == null) {
      // First the subscription, then what was missed: in this order nothing falls between.
      topic = new BlockTopic(subscription.get(), anchor.hospital());
      return true;
    }
    Optional<byte[]> block = open.next(lookAgain);
    return block.isEmpty()
        || accept(Block.decode(block.get())).outcome() != Reception.Outcome.ACCEPTED;
  }

  private void catchUp() throws IOException, InterruptedException {
    while (stopped.getCount() > 0) {
      long from = Math.max(0, station.next() - 1);
      BlockBatch batch = post.blocks(from);
      for (ByteString encoded : batch.blocks()) {
        Reception reception = accept(Block.decode(encoded.bytes()));
        if (reception.outcome() == Reception.Outcome.REFUSED
            || reception.outcome() == Reception.Outcome.EQUIVOCATION) {
          return;
        }
      }
      if (batch.height() + 1 < station.next()) {
        trouble("The hospital's chain is shorter than the copy here. Tell the system manager.");
      }
      if (batch.blocks().isEmpty() || station.next() > batch.height()) {
        return;
      }
    }
  }

  private Reception accept(Block block) {
    Reception reception = station.receive(block);
    switch (reception.outcome()) {
      case REFUSED ->
          trouble(
              "Block "
                  + block.header().height()
                  + " is refused: "
                  + reception.fault().map(fault -> fault.code()).orElse("")
                  + ". Nothing is countersigned until that is clear.");
      case EQUIVOCATION ->
          say.accept(
              "ALARM: the hospital signed two histories, from block "
                  + station.evidence().map(proof -> proof.height()).orElse(-1L)
                  + " on. Both headers are in "
                  + folder.evidenceFile()
                  + ". This station signs nothing any more.");
      case ACCEPTED -> lastTrouble = "";
      default -> {
        // Nothing that a person has to know.
      }
    }
    return reception;
  }

  private void deliver() throws IOException, InterruptedException {
    List<Countersignature> votes = station.undelivered(CountersignatureBatch.MOST);
    while (!votes.isEmpty()) {
      post.countersign(votes);
      long last = votes.get(votes.size() - 1).height();
      station.delivered(last);
      say.accept("Countersigned up to block " + last + ".");
      votes = station.undelivered(CountersignatureBatch.MOST);
    }
  }

  /** Says it once, until it is something else. */
  private void trouble(String what) {
    if (!what.equals(lastTrouble)) {
      say.accept(what);
      lastTrouble = what;
    }
  }

  private void pause() throws InterruptedException {
    stopped.await(lookAgain.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void closeTopic() {
    BlockTopic open = topic;
    topic = null;
    if (open != null) {
      try {
        open.close();
      } catch (JMSException e) {
        say.accept("The connection to the broker did not close cleanly: " + e.getMessage());
      }
    }
  }
}
