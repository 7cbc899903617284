package org.epione.ledger.connector.anchor;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.logging.Logger;
import org.epione.ledger.connector.context.LeasedWork;
import org.epione.ledger.connector.port.AnchorNetwork;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.AnchorRow;
import org.epione.ledger.connector.store.AnchorState;
import org.epione.ledger.connector.store.AnchorTable;
import org.epione.ledger.transparency.Checkpoint;
import org.epione.ledger.transparency.HeadAnchor;

/** Begins an anchor: signs its transaction, keeps it, and only then sends it. */
final class NewAnchor {

  private static final Logger LOG = Logger.getLogger(NewAnchor.class.getName());

  private final LeasedWork book;
  private final Sending sending;
  private final AnchorNetwork network;

  NewAnchor(LeasedWork book, Sending sending, AnchorNetwork network) {
    this.book = book;
    this.sending = sending;
    this.network = network;
  }

  /** Anchors this head. */
  void of(String hospital, Checkpoint head) throws NodeException {
    Optional<OptionalLong> open =
        book.ask(
            hospital,
            context ->
                context.store().anchors().highestOpenNonce(network.chainId(), sending.account()));
    if (open.isEmpty()) {
      return;
    }
    long nonce = sending.nextNonce(open.get());
    if (contradicts(hospital, nonce)) {
      return;
    }
    SignedTransaction transaction = sending.sign(new HeadAnchor(head), nonce);
    Optional<AnchorRow> kept = keep(hospital, head.size(), nonce, transaction);
    if (kept.isPresent()) {
      sending.send(kept.get(), transaction.raw(), transaction.hash());
    }
  }

  /** A nonce that a settled anchor has: the network's chain is not what it was. */
  private boolean contradicts(String hospital, long nonce) {
    int doubted =
        book.ask(
                hospital,
                context ->
                    context.store().anchors().doubt(network.chainId(), sending.account(), nonce))
            .orElse(0);
    if (doubted > 0) {
      LOG.warning(
          LedgerProblem.ANCHOR_VANISHED.about(
              doubted + " settled in " + network + " have nonces from " + nonce + " on"));
    }
    return doubted > 0;
  }

  private Optional<AnchorRow> keep(
      String hospital, long size, long nonce, SignedTransaction transaction) {
    return book.ask(
            hospital,
            context -> {
              AnchorTable anchors = context.store().anchors();
              AnchorRow row =
                  new AnchorRow(
                      hospital,
                      size,
                      network.chainId(),
                      network.name(),
                      sending.account(),
                      nonce,
                      AnchorState.SIGNED,
                      context.now(),
                      transaction.hash(),
                      Optional.empty(),
                      0,
                      Optional.empty(),
                      Instant.EPOCH);
              boolean free =
                  anchors.open(hospital, network.chainId()).isEmpty()
                      && anchors.find(hospital, size, network.chainId()).isEmpty();
              if (free) {
                anchors.add(row, transaction.raw());
              }
              return free ? Optional.of(row) : Optional.<AnchorRow>empty();
            })
        .flatMap(row -> row);
  }
}
