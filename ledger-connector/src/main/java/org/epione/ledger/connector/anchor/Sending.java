package org.epione.ledger.connector.anchor;

import java.math.BigInteger;
import java.util.OptionalLong;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.connector.context.LeasedWork;
import org.epione.ledger.connector.port.AnchorNetwork;
import org.epione.ledger.connector.port.Anchorage;
import org.epione.ledger.connector.store.AnchorRow;
import org.epione.ledger.transparency.HeadAnchor;

/**
 * Signs transactions on terms that the node proposes and that are bearable, and hands them over.
 */
final class Sending {

  /** An anchor takes less than a tenth of it. */
  private static final BigInteger MOST_GAS = BigInteger.valueOf(500_000);

  private final LeasedWork book;
  private final EthereumNode node;
  private final AnchorNetwork network;
  private final Anchorage key;

  Sending(LeasedWork book, EthereumNode node, AnchorNetwork network, Anchorage key) {
    this.book = book;
    this.node = node;
    this.network = network;
    this.key = key;
  }

  /** The key's account. */
  String account() {
    return key.account();
  }

  /**
   * The next nonce of the key's account: after all that the node knows of, and all that is kept
   * here and not settled.
   *
   * @param open the highest of these
   */
  long nextNonce(OptionalLong open) throws NodeException {
    long pending = node.pendingNonce(account());
    return open.isPresent() ? Math.max(pending, open.getAsLong() + 1) : pending;
  }

  /** A transaction for this data, as is usual now. */
  SignedTransaction sign(HeadAnchor data, long nonce) throws NodeException {
    BigInteger gas = node.estimateGas(account(), data.encode());
    if (gas.compareTo(MOST_GAS) > 0) {
      throw new NodeException("the node wants " + gas + " gas for an anchor");
    }
    return sign(data, nonce, gas, Fees.of(node.baseFee(), node.tip()));
  }

  /** What replaces a transaction: the same, but bids more. */
  SignedTransaction raise(SignedTransaction old) throws NodeException {
    SignedTransaction.Terms terms = old.terms();
    Fees now = Fees.of(node.baseFee(), node.tip());
    return sign(old.data(), terms.nonce(), terms.gas(), terms.fees().raised(now));
  }

  private SignedTransaction sign(HeadAnchor data, long nonce, BigInteger gas, Fees fees)
      throws NodeException {
    if (fees.most().compareTo(network.maxFee()) > 0) {
      throw new NodeException(
          "a unit of gas would cost up to " + fees.most() + " wei, which is above the set limit");
    }
    return SignedTransaction.sign(
        new SignedTransaction.Terms(network.chainId(), nonce, gas, fees), data, key);
  }

  /** Whether the node's next block costs more than the transaction bids. */
  boolean isOutbid(SignedTransaction transaction) throws NodeException {
    return node.baseFee().compareTo(transaction.terms().fees().most()) > 0;
  }

  /** Hands over what is kept; the node may have it already. */
  void send(AnchorRow row, ByteString raw, String hash) throws NodeException {
    try {
      node.send(raw, hash);
    } catch (NodeException e) {
      if (!e.isRefusal() || !node.knows(hash)) {
        throw e;
      }
    }
    book.change(row.hospital(), context -> context.store().anchors().sent(row));
  }
}
