package org.epione.ledger.connector.anchor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.Hash;
import org.web3j.crypto.SignedRawTransaction;
import org.web3j.crypto.TransactionDecoder;
import org.web3j.crypto.transaction.type.Transaction1559;
import org.web3j.utils.Numeric;

/**
 * A node that behaves as real ones do in what anchors need, and answers something else where the
 * test says so. What real nodes do: {@code AnvilNode}.
 */
public final class PlayedNode implements TestNode {

  /** Gives another answer to a method; null for the usual one. */
  @FunctionalInterface
  public interface Answers {
    /** What follows the headers of the answer; {@code id} is what the question has. */
    byte @Nullable [] instead(String method, String id) throws IOException;
  }

  private record Sent(String hash, long nonce, Transaction1559 content) {
    boolean outbids(Sent other) {
      return content
                  .getMaxFeePerGas()
                  .multiply(BigInteger.TEN)
                  .compareTo(other.content.getMaxFeePerGas().multiply(BigInteger.valueOf(11)))
              >= 0
          && content.getMaxPriorityFeePerGas().compareTo(other.content.getMaxPriorityFeePerGas())
              > 0;
    }
  }

  private record Mined(String hash, List<Sent> transactions) {}

  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String words) {
      super(words);
    }
  }

  private final List<Mined> blocks = new ArrayList<>();
  private final Map<Long, Sent> waiting = new LinkedHashMap<>();
  private final Map<String, Integer> asked = new HashMap<>();
  private final List<String> authorisations = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private BigInteger baseFee = BigInteger.valueOf(1_000_000_000);
  private Answers answers = (method, id) -> null;
  private HttpServer server;
  private final int port;
  private int made;

  /** Starts with one block. */
  public PlayedNode() {
    server = listen(0);
    port = server.getAddress().getPort();
    mine(1);
  }

  private HttpServer listen(int at) {
    try {
      HttpServer listening =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
      listening.createContext("/", this::handle);
      listening.setExecutor(threads);
      listening.start();
      return listening;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public URI address() {
    return URI.create("http://" + server.getAddress().getHostString() + ":" + port + "/node/key");
  }

  /** How often a method was called. */
  public synchronized int asked(String method) {
    return asked.getOrDefault(method, 0);
  }

  /** What stood in the header Authorization. */
  public synchronized List<String> authorisations() {
    return List.copyOf(authorisations);
  }

  /** Answers like this from now on. */
  public synchronized void answer(Answers other) {
    answers = other;
  }

  @Override
  public synchronized void mine(int count) {
    for (int i = 0; i < count; i++) {
      List<Sent> taken = new ArrayList<>();
      for (Sent next = waiting.get(mined()); next != null; next = waiting.get(nonce(taken))) {
        if (next.content().getMaxFeePerGas().compareTo(baseFee) < 0) {
          break;
        }
        taken.add(next);
        waiting.remove(next.nonce());
      }
      blocks.add(new Mined(fresh(), List.copyOf(taken)));
    }
  }

  private long nonce(List<Sent> more) {
    return mined() + more.size();
  }

  private String fresh() {
    return Numeric.toHexString(Hash.sha3(("block " + made++).getBytes(StandardCharsets.UTF_8)));
  }

  private synchronized long mined() {
    return blocks.stream().mapToLong(block -> block.transactions().size()).sum();
  }

  @Override
  public synchronized void reorganise(int count) {
    for (int i = blocks.size() - count; i < blocks.size(); i++) {
      blocks.set(i, new Mined(fresh(), List.of()));
    }
  }

  @Override
  public synchronized void baseFee(BigInteger wei) {
    baseFee = wei;
  }

  @Override
  public synchronized void useNonceElsewhere() {
    waiting.remove(mined());
    Sent foreign =
        new Sent(
            fresh(),
            mined(),
            (Transaction1559) TransactionDecoder.decode(FOREIGN).getTransaction());
    blocks.add(new Mined(fresh(), List.of(foreign)));
  }

  @Override
  public synchronized void dropWaiting() {
    waiting.clear();
  }

  @Override
  public synchronized List<String> dataInBlocks() {
    return blocks.stream()
        .flatMap(block -> block.transactions().stream())
        .map(sent -> Numeric.prependHexPrefix(sent.content().getData()))
        .toList();
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  @Override
  public void goOn() {
    server = listen(port);
  }

  @Override
  public void close() {
    stop();
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonObject question =
          Json.createReader(new ByteArrayInputStream(exchange.getRequestBody().readAllBytes()))
              .readObject();
      String method = question.getString("method");
      String id = question.getJsonNumber("id").toString();
      byte[] answer = other(exchange, method, id);
      if (answer == null) {
        answer = usual(method, id, question.getJsonArray("params"));
      }
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private byte @Nullable [] other(HttpExchange exchange, String method, String id)
      throws IOException {
    Answers now;
    synchronized (this) {
      asked.merge(method, 1, Integer::sum);
      authorisations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      now = answers;
    }
    return now.instead(method, id);
  }

  private synchronized byte[] usual(String method, String id, JsonArray parameters) {
    String rest;
    try {
      rest = "\"result\":" + result(method, parameters);
    } catch (Refusal e) {
      rest = "\"error\":{\"code\":-32000,\"message\":\"" + e.getMessage() + "\"}";
    }
    return ("{\"jsonrpc\":\"2.0\",\"id\":" + id + "," + rest + "}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private String result(String method, JsonArray parameters) throws Refusal {
    return switch (method) {
      case "eth_chainId" -> hex(CHAIN_ID);
      case "eth_blockNumber" -> hex(blocks.size() - 1);
      case "eth_maxPriorityFeePerGas" -> hex(1_000_000_000);
      case "eth_feeHistory" ->
          "{\"oldestBlock\":\"0x0\",\"baseFeePerGas\":["
              + hex(baseFee.longValueExact())
              + ","
              + hex(baseFee.longValueExact())
              + "],\"gasUsedRatio\":[0]}";
      case "eth_estimateGas" -> hex(27_000);
      case "eth_getTransactionCount" -> hex(count(parameters.getString(1)));
      case "eth_getBlockByNumber" -> block(Numeric.decodeQuantity(parameters.getString(0)));
      case "eth_getTransactionByHash" -> transaction(parameters.getString(0));
      case "eth_getTransactionReceipt" -> receipt(parameters.getString(0));
      case "eth_sendRawTransaction" -> take(parameters.getString(0));
      default -> throw new Refusal("no method " + method);
    };
  }

  private long count(String when) {
    return switch (when) {
      case "latest" -> mined();
      case "pending" -> mined() + waiting.size();
      default ->
          blocks.subList(0, Numeric.decodeQuantity(when).intValueExact() + 1).stream()
              .mapToLong(block -> block.transactions().size())
              .sum();
    };
  }

  private String block(BigInteger number) {
    return number.intValueExact() < blocks.size()
        ? "{\"number\":"
            + hex(number.longValueExact())
            + ",\"hash\":"
            + quoted(blocks.get(number.intValueExact()).hash())
            + "}"
        : JsonValue.NULL.toString();
  }

  private Optional<Integer> height(String hash) {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).transactions().stream().anyMatch(sent -> sent.hash().equals(hash))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private String transaction(String hash) {
    boolean known =
        height(hash).isPresent()
            || waiting.values().stream().anyMatch(sent -> sent.hash().equals(hash));
    return known ? "{\"hash\":" + quoted(hash) + "}" : JsonValue.NULL.toString();
  }

  private String receipt(String hash) {
    return height(hash)
        .map(
            at ->
                "{\"transactionHash\":"
                    + quoted(hash)
                    + ",\"blockNumber\":"
                    + hex(at)
                    + ",\"blockHash\":"
                    + quoted(blocks.get(at).hash())
                    + "}")
        .orElse(JsonValue.NULL.toString());
  }

  private String take(String raw) throws Refusal {
    SignedRawTransaction signed = (SignedRawTransaction) TransactionDecoder.decode(raw);
    Transaction1559 content = (Transaction1559) signed.getTransaction();
    String hash = Numeric.toHexString(Hash.sha3(Numeric.hexStringToByteArray(raw)));
    long nonce = signed.getNonce().longValueExact();
    Sent before = waiting.get(nonce);
    Sent sent = new Sent(hash, nonce, content);
    if (content.getChainId() != CHAIN_ID) {
      throw new Refusal("invalid chain id for signer");
    }
    if (nonce < mined()) {
      throw new Refusal("nonce too low");
    }
    if (before != null && before.hash().equals(hash)) {
      throw new Refusal("already known");
    }
    if (before != null && !sent.outbids(before)) {
      throw new Refusal("replacement transaction underpriced");
    }
    waiting.put(nonce, sent);
    return quoted(hash);
  }

  private static String hex(long number) {
    return quoted("0x" + Long.toHexString(number));
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  /** A transaction of nothing. */
  private static final String FOREIGN =
      "0x02f86c827a698001847735940082ea6094f39fd6e51aad88f6f4ce6ab8827279cfffb9226680840102030"
          + "4c001a0ad1c8b6d0aab75afef3671fe6dc8a2286c38daa388a56406402cc04c2a3f915ea07b48630f89fb"
          + "12bf211401bdcaea9f1df365809e2f5d45ef256b6f2735fc3f1d";
}
