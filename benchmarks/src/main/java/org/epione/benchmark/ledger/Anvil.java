package org.epione.benchmark.ledger;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/**
 * What a user would take instead: a private Ethereum chain, here Foundry's development node, which
 * makes a block of each transaction at once. One transaction with the record as its data, waited
 * for until its block is there. The node is one process that keeps its chain in memory and agrees
 * with nobody, so no real network is faster.
 */
final class Anvil implements AutoCloseable {

  private static final String GAS = "0x1c9c380"; // 30 million: whatever the record costs

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final URI address;
  private final JsonArray accounts;

  /** Starts this program. */
  Anvil(Path program) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    address = URI.create("http://127.0.0.1:" + port + "/");
    process =
        new ProcessBuilder(program.toString(), "--port=" + port, "--gas-limit=1000000000000")
            .redirectErrorStream(true)
            .start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = said.readLine();
    while (line != null && !line.startsWith("Listening")) {
      line = said.readLine();
    }
    if (line == null) {
      throw new IllegalStateException("anvil ended instead of listening");
    }
    Thread reader = new Thread(() -> said.lines().forEach(each -> {}), "anvil's output");
    reader.setDaemon(true);
    reader.start();
    // One for each writer, since an account numbers its transactions.
    accounts = call("eth_accounts").asJsonArray();
  }

  /** Records a second, sent by so many writers at the same time. */
  double measure(List<byte[]> records, int writers) {
    return records.size()
        / Stopwatch.of(
                () -> {
                  Writers.run(
                      records, writers, (record, i) -> write(record, accounts.getString(i)));
                  return true;
                })
            .wall();
  }

  private void write(byte[] record, String account) {
    JsonObject transaction =
        Json.createObjectBuilder()
            .add("from", account)
            .add("to", account)
            .add("gas", GAS)
            .add("data", "0x" + HexFormat.of().formatHex(record))
            .build();
    JsonValue hash = call("eth_sendTransaction", transaction);
    JsonValue receipt = call("eth_getTransactionReceipt", hash);
    while (receipt.getValueType() == JsonValue.ValueType.NULL) {
      receipt = call("eth_getTransactionReceipt", hash);
    }
    if (!receipt.asJsonObject().getString("status").equals("0x1")) {
      throw new IllegalStateException("refused: " + receipt);
    }
  }

  private JsonValue call(String method, JsonValue... parameters) {
    JsonObject question =
        Json.createObjectBuilder()
            .add("jsonrpc", "2.0")
            .add("id", 1)
            .add("method", method)
            .add("params", Json.createArrayBuilder(List.of(parameters)))
            .build();
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(question.toString()))
            .build();
    try {
      String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      try (JsonReader reader = Json.createReader(new StringReader(answer))) {
        JsonObject object = reader.readObject();
        if (object.containsKey("error")) {
          throw new IllegalStateException(method + ": " + object.get("error"));
        }
        return object.getOrDefault("result", JsonValue.NULL);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
