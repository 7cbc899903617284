package org.epione.ledger.connector.anchor;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.logging.Logger;
import org.epione.ledger.connector.context.LeasedWork;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.port.AnchorNetwork;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.AnchorBlock;
import org.epione.ledger.connector.store.AnchorRow;
import org.epione.ledger.connector.store.AnchorTransactionRow;

/** Looks where an anchor's transaction is, and does what helps it into a block. */
final class AnchorWatch {

  private static final Logger LOG = Logger.getLogger(AnchorWatch.class.getName());

  private record Place(String hash, AnchorBlock block) {}

  private final LeasedWork book;
  private final EthereumNode node;
  private final Sending sending;
  private final AnchorNetwork network;

  AnchorWatch(LeasedWork book, EthereumNode node, Sending sending, AnchorNetwork network) {
    this.book = book;
    this.node = node;
    this.sending = sending;
    this.network = network;
  }

  /** Looks at one. */
  void look(Watched anchor) throws NodeException {
    Optional<Place> place = place(anchor);
    if (place.isPresent()) {
      included(anchor.row(), place.get());
      return;
    }
    if (anchor.row().block().isPresent()) {
      vanished(anchor);
    }
    help(anchor);
  }

  /** Where it was, if that block still stands; else where the node has seen any of them. */
  private Optional<Place> place(Watched anchor) throws NodeException {
    AnchorRow row = anchor.row();
    if (row.block().isPresent() && stands(row.block().get())) {
      return Optional.of(new Place(row.hash(), row.block().get()));
    }
    for (AnchorTransactionRow transaction : anchor.transactions()) {
      Optional<AnchorBlock> block = node.blockOf(transaction.hash());
      if (block.isPresent() && stands(block.get())) {
        return Optional.of(new Place(transaction.hash(), block.get()));
      }
    }
    return Optional.empty();
  }

  private boolean stands(AnchorBlock block) throws NodeException {
    return node.blockHash(block.number()).filter(block.hash()::equals).isPresent();
  }

  private void included(AnchorRow row, Place place) throws NodeException {
    long confirmations = node.height() - place.block().number() + 1;
    if (confirmations < 1) {
      throw new NodeException("the node's newest block is older than another that it knows");
    }
    book.change(
        row.hospital(),
        context -> {
          Optional<Instant> confirmed =
              confirmations < network.confirmations()
                  ? Optional.empty()
                  : Optional.of(row.confirmed().orElseGet(context::now));
          context.store().anchors().included(at(row, place, confirmations, confirmed, context));
        });
  }

  private static AnchorRow at(
      AnchorRow row,
      Place place,
      long confirmations,
      Optional<Instant> confirmed,
      LedgerContext context) {
    return new AnchorRow(
        row.hospital(),
        row.size(),
        row.chainId(),
        row.network(),
        row.account(),
        row.nonce(),
        row.state(),
        row.signed(),
        place.hash(),
        Optional.of(place.block()),
        confirmations,
        confirmed,
        context.now());
  }

  private void vanished(Watched anchor) {
    AnchorRow row = anchor.row();
    LOG.warning(
        LedgerProblem.ANCHOR_VANISHED.about(
            row.hospital() + " size " + row.size() + ", " + row.state() + " in " + network));
    book.change(
        row.hospital(), context -> context.store().anchors().vanished(row, anchor.newest().hash()));
  }

  private void help(Watched anchor) throws NodeException {
    AnchorRow row = anchor.row();
    long mined = node.nonce(row.account());
    if (mined > row.nonce()) {
      // Another transaction with its nonce, or a node that does not know receipts yet.
      long settled = Math.max(0, node.height() - network.confirmations() + 1);
      if (node.nonceAt(row.account(), settled) > row.nonce()) {
        displaced(anchor);
      }
      return;
    }
    AnchorTransactionRow newest = anchor.newest();
    boolean next = mined == row.nonce() && row.account().equals(sending.account());
    if (anchor.stuck() && next && mayReplace(newest)) {
      replace(anchor);
    } else {
      sending.send(row, newest.raw(), newest.hash());
    }
  }

  /** Not what the node does not take for another reason than its bid. */
  private boolean mayReplace(AnchorTransactionRow newest) throws NodeException {
    return node.knows(newest.hash()) || sending.isOutbid(new SignedTransaction(newest.raw()));
  }

  private void replace(Watched anchor) throws NodeException {
    keep(anchor, anchor.row(), sending.raise(new SignedTransaction(anchor.newest().raw())));
  }

  private void displaced(Watched anchor) throws NodeException {
    AnchorRow row = anchor.row();
    LOG.warning(
        LedgerProblem.ANCHOR_DISPLACED.about(
            row.hospital() + " size " + row.size() + ", nonce " + row.nonce() + " in " + network));
    Optional<OptionalLong> open =
        book.ask(
            row.hospital(),
            context ->
                context.store().anchors().highestOpenNonce(row.chainId(), sending.account()));
    if (open.isPresent()) {
      long nonce = sending.nextNonce(open.get());
      keep(
          anchor,
          anew(row, sending.account(), nonce),
          sending.sign(new SignedTransaction(anchor.newest().raw()).data(), nonce));
    }
  }

  private static AnchorRow anew(AnchorRow row, String account, long nonce) {
    return new AnchorRow(
        row.hospital(),
        row.size(),
        row.chainId(),
        row.network(),
        account,
        nonce,
        row.state(),
        row.signed(),
        row.hash(),
        row.block(),
        row.confirmations(),
        row.confirmed(),
        row.checked());
  }

  private void keep(Watched anchor, AnchorRow row, SignedTransaction transaction)
      throws NodeException {
    boolean kept =
        AnchorBook.changeWaiting(
            book,
            anchor.row(),
            context ->
                context
                    .store()
                    .anchors()
                    .replaced(
                        row,
                        new AnchorTransactionRow(
                            anchor.newest().version() + 1,
                            transaction.hash(),
                            transaction.raw(),
                            context.now())));
    if (kept) {
      sending.send(row, transaction.raw(), transaction.hash());
    }
  }
}
