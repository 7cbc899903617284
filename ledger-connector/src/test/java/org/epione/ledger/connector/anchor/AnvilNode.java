package org.epione.ledger.connector.anchor;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.epione.ledger.connector.port.AnchorNetwork;

/**
 * Foundry's development node, a process of its own; stopped as by its operator, with its chain kept
 * in a file.
 */
public final class AnvilNode implements TestNode {

  private static final String ACCOUNT = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";
  private static final String OTHER = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";

  private final Path program;
  private final Path folder;
  private final int port;
  private final JsonRpc control;
  private Process process;

  /** Starts this program. */
  public AnvilNode(Path program) {
    this.program = program;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
      folder = Files.createTempDirectory("anvil");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    AnchorNetwork network = new TestAnchorage(address()).network().orElseThrow();
    control = new JsonRpc(network, Duration.ofMinutes(1));
    process = start();
  }

  private Process start() {
    try {
      Process started =
          new ProcessBuilder(
                  program.toString(),
                  "--port=" + port,
                  "--chain-id=" + CHAIN_ID,
                  "--threads=1",
                  "--no-mining",
                  "--preserve-historical-states",
                  "--state=" + folder.resolve("state.json"))
              .redirectErrorStream(true)
              .start();
      BufferedReader said =
          new BufferedReader(
              new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
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
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonValue call(String method, JsonArray parameters) {
    try {
      return control.call(method, parameters);
    } catch (NodeException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonArray list(Object... values) {
    return Json.createArrayBuilder(List.of(values)).build();
  }

  @Override
  public URI address() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  @Override
  public void mine(int blocks) {
    call("anvil_mine", list("0x" + Integer.toHexString(blocks)));
  }

  @Override
  public void reorganise(int blocks) {
    call("anvil_reorg", list(blocks, JsonValue.EMPTY_JSON_ARRAY));
  }

  @Override
  public void baseFee(BigInteger wei) {
    call("anvil_setNextBlockBaseFeePerGas", list("0x" + wei.toString(16)));
  }

  @Override
  public void useNonceElsewhere() {
    call(
        "eth_sendTransaction",
        list(Json.createObjectBuilder().add("from", ACCOUNT).add("to", OTHER).build()));
    mine(1);
  }

  @Override
  public void dropWaiting() {
    call("anvil_dropAllTransactions", list());
  }

  @Override
  public List<String> dataInBlocks() {
    List<String> data = new ArrayList<>();
    long height = Long.decode(((JsonString) call("eth_blockNumber", list())).getString());
    for (long i = 0; i <= height; i++) {
      JsonObject block =
          call("eth_getBlockByNumber", list("0x" + Long.toHexString(i), true)).asJsonObject();
      block.getJsonArray("transactions").stream()
          .map(each -> each.asJsonObject().getString("input"))
          .forEach(data::add);
    }
    return data;
  }

  @Override
  public void stop() {
    process.destroy();
    process.onExit().join();
  }

  @Override
  public void goOn() {
    process = start();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
