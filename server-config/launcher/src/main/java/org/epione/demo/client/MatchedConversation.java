package org.epione.demo.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.HexFormat;
import java.util.List;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.secret.SecretBytes;

/**
 * What two patients with the same symptom write to each other, as docs/formats.md has it: under the
 * key of their comparison, which no hospital knows.
 */
public final class MatchedConversation {
  private static final HexFormat HEX = HexFormat.of();

  private final PortalSession session;
  private final CryptoSuite crypto;
  private final Comparison match;
  private final String key;

  MatchedConversation(PortalSession session, CryptoSuite crypto, Comparison match, String key) {
    this.session = session;
    this.crypto = crypto;
    this.match = match;
    this.key = key;
  }

  /** Agrees to meet, if that is not done. */
  public void agree() {
    if (!match.agreed()) {
      write(1, Json.createObjectBuilder().add("meet", true).build());
    }
  }

  /** Writes, once both agreed. */
  public void write(String text) {
    write(match.sent() + 1, Fields.of("text", text));
  }

  private void write(int number, JsonObject content) {
    try (AeadKey direction = direction(true)) {
      byte[] sealed = crypto.aead().seal(direction, header(number), MatchingVault.padded(content));
      session.post(
          messages(),
          Json.createObjectBuilder()
              .add("number", number)
              .add("sealed", HEX.formatHex(sealed))
              .build());
    }
  }

  /** What the other wrote, in order. */
  public List<String> read() {
    try (AeadKey direction = direction(false)) {
      return session.list(messages()).getValuesAs(JsonObject.class).stream()
          .filter(row -> !row.getBoolean("outgoing"))
          .map(row -> opened(direction, row))
          .flatMap(content -> Fields.text(content, "text").stream())
          .toList();
    }
  }

  private JsonObject opened(AeadKey direction, JsonObject row) {
    byte[] sealed = HEX.parseHex(row.getString("sealed"));
    return MatchingVault.value(crypto.aead().open(direction, header(row.getInt("number")), sealed));
  }

  private AeadKey direction(boolean own) {
    byte[] context =
        CanonicalWriter.of("epione.matching.pair", 1)
            .bytes(match.pseudonymA())
            .bytes(match.pseudonymB())
            .toByteArray();
    String label = match.beginner() == own ? "matching.a-to-b" : "matching.b-to-a";
    try (SecretBytes secret = SecretBytes.take(HEX.parseHex(key))) {
      return crypto.aead().derive(secret, label, context);
    }
  }

  private static byte[] header(int number) {
    return CanonicalWriter.of("epione.matching.message", 1).u64(number).toByteArray();
  }

  private String messages() {
    return SymptomSeeker.path(match.id(), "messages");
  }
}
