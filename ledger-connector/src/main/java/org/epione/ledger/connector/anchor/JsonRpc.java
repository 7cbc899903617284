package org.epione.ledger.connector.anchor;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.epione.ledger.connector.http.OutsideException;
import org.epione.ledger.connector.http.OutsideServer;
import org.epione.ledger.connector.port.AnchorNetwork;

/** JSON-RPC 2.0 over HTTP, one question at a time. */
final class JsonRpc {

  /** A block with the hashes of many transactions has a few hundred kilobytes. */
  static final int MAX_ANSWER = 2_000_000;

  private static final long UNKNOWN_CODE = 0;
  private static final int CODE_BITS = 62;

  private final OutsideServer server;
  private final AtomicLong asked = new AtomicLong();

  JsonRpc(AnchorNetwork network, Duration patience) {
    this.server =
        new OutsideServer(
            network.node(),
            network
                .token()
                .map(token -> Map.of("Authorization", "Bearer " + token))
                .orElse(Map.of()),
            MAX_ANSWER,
            patience);
  }

  /**
   * The result of a method.
   *
   * @throws NodeException if there is none
   */
  JsonValue call(String method, JsonArray parameters) throws NodeException {
    long id = asked.incrementAndGet();
    String question =
        Json.createObjectBuilder()
            .add("jsonrpc", "2.0")
            .add("id", id)
            .add("method", method)
            .add("params", parameters)
            .build()
            .toString();
    byte[] answer = post(question);
    try {
      return result(method, id, parse(answer));
    } catch (RuntimeException e) {
      // What JSON libraries throw for nesting and numbers beyond their limits is not said anywhere.
      throw new NodeException("the node's answer to " + method + " is not JSON");
    }
  }

  private static JsonValue parse(byte[] answer) {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(answer))) {
      return reader.readValue();
    }
  }

  private static JsonValue result(String method, long id, JsonValue value) throws NodeException {
    if (!(value instanceof JsonObject answer)) {
      throw new NodeException("the node's answer to " + method + " is no object");
    }
    if (answer.get("error") instanceof JsonObject error) {
      throw NodeException.refused(method, code(error), words(error));
    }
    if (!(answer.get("id") instanceof JsonNumber number)
        || !number.toString().equals(Long.toString(id))) {
      throw new NodeException("the node answers another question than " + method);
    }
    return Optional.ofNullable(answer.get("result"))
        .orElseThrow(() -> new NodeException("the node's answer to " + method + " is none"));
  }

  private byte[] post(String question) throws NodeException {
    try {
      return server.post("application/json", question.getBytes(StandardCharsets.UTF_8));
    } catch (OutsideException e) {
      throw new NodeException("the node " + e.getMessage());
    }
  }

  private static long code(JsonObject error) {
    if (error.get("code") instanceof JsonNumber number && number.isIntegral()) {
      BigInteger code = number.bigIntegerValue();
      return code.bitLength() <= CODE_BITS ? code.longValue() : UNKNOWN_CODE;
    }
    return UNKNOWN_CODE;
  }

  private static String words(JsonObject error) {
    return error.get("message") instanceof JsonString message ? message.getString() : "";
  }
}
