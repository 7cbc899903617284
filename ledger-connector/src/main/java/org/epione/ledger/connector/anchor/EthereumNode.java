package org.epione.ledger.connector.anchor;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.connector.store.AnchorBlock;
import org.jspecify.annotations.Nullable;
import org.web3j.utils.Numeric;

/** What is asked of a node (Ethereum's JSON-RPC API); what it answers has the form it must have. */
final class EthereumNode {

  private static final Pattern QUANTITY = Pattern.compile("0x(0|[1-9a-fA-F][0-9a-fA-F]{0,63})");
  private static final Pattern HASH = Pattern.compile("0x[0-9a-fA-F]{64}");
  private static final int LONG_BITS = 62;
  private static final int HEX = 16;

  private static final String LATEST = "latest";

  private final JsonRpc rpc;

  EthereumNode(JsonRpc rpc) {
    this.rpc = rpc;
  }

  /**
   * Makes sure that it is a node of this network.
   *
   * @throws NodeException if it is not
   */
  void requireChain(long chainId) throws NodeException {
    long answer = number("eth_chainId", ask("eth_chainId"));
    if (answer != chainId) {
      throw new NodeException("the node is of chain " + answer + " instead of " + chainId);
    }
  }

  /** How many transactions the account has sent, with those that wait. */
  long pendingNonce(String account) throws NodeException {
    return number("eth_getTransactionCount", ask("eth_getTransactionCount", account, "pending"));
  }

  /** How many of the account's transactions are in blocks. */
  long nonce(String account) throws NodeException {
    return number("eth_getTransactionCount", ask("eth_getTransactionCount", account, LATEST));
  }

  /** How many were, up to the block at this height. */
  long nonceAt(String account, long height) throws NodeException {
    return number("eth_getTransactionCount", ask("eth_getTransactionCount", account, hex(height)));
  }

  /** Height of the newest block. */
  long height() throws NodeException {
    return number("eth_blockNumber", ask("eth_blockNumber"));
  }

  /** Hash of the block at this height; none above the newest. */
  Optional<String> blockHash(long height) throws NodeException {
    JsonArray parameters = Json.createArrayBuilder().add(hex(height)).add(false).build();
    Optional<JsonObject> block =
        object("eth_getBlockByNumber", rpc.call("eth_getBlockByNumber", parameters));
    if (block.isEmpty()) {
      return Optional.empty();
    }
    if (number("eth_getBlockByNumber", block.get().get("number")) != height) {
      throw inconsistent("eth_getBlockByNumber");
    }
    return Optional.of(hash("eth_getBlockByNumber", block.get().get("hash")));
  }

  /** What a unit of gas costs in the next block, in wei, without a tip. */
  BigInteger baseFee() throws NodeException {
    JsonArray parameters =
        Json.createArrayBuilder().add(hex(1)).add(LATEST).add(JsonValue.EMPTY_JSON_ARRAY).build();
    String method = "eth_feeHistory";
    JsonObject history =
        object(method, rpc.call(method, parameters)).orElseThrow(() -> inconsistent(method));
    if (!(history.get("baseFeePerGas") instanceof JsonArray base) || base.isEmpty()) {
      throw inconsistent(method);
    }
    return quantity(method, base.get(base.size() - 1));
  }

  /** The usual tip, in wei. */
  BigInteger tip() throws NodeException {
    return quantity("eth_maxPriorityFeePerGas", ask("eth_maxPriorityFeePerGas"));
  }

  /** How much gas a transaction of the account to itself with this data takes. */
  BigInteger estimateGas(String account, byte[] data) throws NodeException {
    JsonArray parameters =
        Json.createArrayBuilder()
            .add(
                Json.createObjectBuilder()
                    .add("from", account)
                    .add("to", account)
                    .add("value", "0x0")
                    .add("data", Numeric.toHexString(data)))
            .build();
    return quantity("eth_estimateGas", rpc.call("eth_estimateGas", parameters));
  }

  /** Whether the node has the transaction, in a block or not. */
  boolean knows(String transaction) throws NodeException {
    String method = "eth_getTransactionByHash";
    Optional<JsonObject> found = object(method, ask(method, transaction));
    if (found.isPresent() && !hash(method, found.get().get("hash")).equals(transaction)) {
      throw inconsistent(method);
    }
    return found.isPresent();
  }

  /** The block that has the transaction; none while none has. */
  Optional<AnchorBlock> blockOf(String transaction) throws NodeException {
    String method = "eth_getTransactionReceipt";
    Optional<JsonObject> found = object(method, ask(method, transaction));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    JsonObject receipt = found.get();
    if (!hash(method, receipt.get("transactionHash")).equals(transaction)) {
      throw inconsistent(method);
    }
    return Optional.of(
        new AnchorBlock(
            number(method, receipt.get("blockNumber")), hash(method, receipt.get("blockHash"))));
  }

  /**
   * Hands a transaction over.
   *
   * @throws NodeException if the node does not take it, or says that it is another
   */
  void send(ByteString raw, String hash) throws NodeException {
    String method = "eth_sendRawTransaction";
    if (!hash(method, ask(method, Numeric.toHexString(raw.bytes()))).equals(hash)) {
      throw inconsistent(method);
    }
  }

  private JsonValue ask(String method, String... parameters) throws NodeException {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (String parameter : parameters) {
      array.add(parameter);
    }
    return rpc.call(method, array.build());
  }

  private static Optional<JsonObject> object(String method, JsonValue value) throws NodeException {
    if (value.equals(JsonValue.NULL)) {
      return Optional.empty();
    }
    if (value instanceof JsonObject object) {
      return Optional.of(object);
    }
    throw inconsistent(method);
  }

  private static String hash(String method, @Nullable JsonValue value) throws NodeException {
    if (value instanceof JsonString text && HASH.matcher(text.getString()).matches()) {
      return text.getString().toLowerCase(Locale.ROOT);
    }
    throw inconsistent(method);
  }

  private static long number(String method, @Nullable JsonValue value) throws NodeException {
    BigInteger number = quantity(method, value);
    if (number.bitLength() > LONG_BITS) {
      throw inconsistent(method);
    }
    return number.longValueExact();
  }

  private static BigInteger quantity(String method, @Nullable JsonValue value)
      throws NodeException {
    if (value instanceof JsonString text && QUANTITY.matcher(text.getString()).matches()) {
      return new BigInteger(text.getString().substring(2), HEX);
    }
    throw inconsistent(method);
  }

  private static String hex(long number) {
    return "0x" + Long.toHexString(number);
  }

  private static NodeException inconsistent(String method) {
    return new NodeException("the node's answer to " + method + " makes no sense");
  }
}
