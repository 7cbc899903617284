package org.epione.ledger.connector.port;

import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The network in which checkpoints are anchored, and how. Does not show address and token, which
 * may both be secret.
 *
 * @param name as people call it
 * @param node address of a node's JSON-RPC interface
 * @param token what the node wants to see before it answers
 * @param chainId identifier of the network (EIP-155); nothing is signed for another
 * @param interval least time between two anchors of one log
 * @param confirmations from which on a block counts as settled: 1 is the newest block
 * @param maxFee most that is bid for a unit of gas, in wei
 */
public record AnchorNetwork(
    String name,
    URI node,
    Optional<String> token,
    long chainId,
    Duration interval,
    int confirmations,
    BigInteger maxFee) {

  @Override
  public String toString() {
    return name + " (" + chainId + ")";
  }
}
