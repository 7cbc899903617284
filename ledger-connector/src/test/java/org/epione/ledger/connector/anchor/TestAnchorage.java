package org.epione.ledger.connector.anchor;

import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.epione.ledger.connector.port.AnchorNetwork;
import org.epione.ledger.connector.port.Anchorage;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Sign;

/** Signs with the first of the accounts to which test networks give money. */
public final class TestAnchorage implements Anchorage {

  /** Known to everybody, by being in the manual of every such network. */
  private static final Credentials KEY =
      Credentials.create("0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");

  /** Least time between two anchors. */
  public static final Duration INTERVAL = Duration.ofHours(1);

  /** From which on an anchor is settled. */
  public static final int CONFIRMATIONS = 3;

  /** Most that is bid. */
  public static final BigInteger MAX_FEE = BigInteger.valueOf(200_000_000_000L);

  private final AnchorNetwork network;

  /** Anchors there. */
  public TestAnchorage(URI node) {
    this.network =
        new AnchorNetwork(
            "test network",
            node,
            Optional.of("the-token"),
            TestNode.CHAIN_ID,
            INTERVAL,
            CONFIRMATIONS,
            MAX_FEE);
  }

  @Override
  public Optional<AnchorNetwork> network() {
    return Optional.of(network);
  }

  @Override
  public String account() {
    return KEY.getAddress();
  }

  @Override
  public byte[] sign(byte[] message) {
    Sign.SignatureData signature = Sign.signMessage(message, KEY.getEcKeyPair());
    byte[] joined = Arrays.copyOf(signature.getR(), 65);
    System.arraycopy(signature.getS(), 0, joined, 32, 32);
    joined[64] = (byte) (signature.getV()[0] - 27);
    return joined;
  }
}
