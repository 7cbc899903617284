package org.epione.account.control;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.epione.crypto.transcript.Digest;

/**
 * What a browser sends of what an authenticator answered: JSON of at most 32 KiB in the form of
 * {@code PublicKeyCredential.toJSON()} (WebAuthn Level 3, section 5.1), its bytes in Base64 for
 * URLs. Nothing in it is believed before it was checked.
 */
final class PasskeyAnswer {

  private static final int LONGEST = 32 << 10;
  private static final int LONGEST_CREDENTIAL_ID = 1023;
  private static final int MOST_TRANSPORTS = 8;

  private final byte[] credentialId;
  private final JsonObject response;

  private PasskeyAnswer(byte[] credentialId, JsonObject response) {
    this.credentialId = credentialId;
    this.response = response;
  }

  /** The answer, or empty where it is none. */
  static Optional<PasskeyAnswer> parse(String json) {
    if (json.length() > LONGEST) {
      return Optional.empty();
    }
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonObject answer = reader.readObject();
      return Optional.ofNullable(answer.get("response"))
          .filter(JsonObject.class::isInstance)
          .map(JsonValue::asJsonObject)
          .flatMap(
              response ->
                  bytes(answer, "rawId")
                      .filter(id -> id.length > 0 && id.length <= LONGEST_CREDENTIAL_ID)
                      .map(id -> new PasskeyAnswer(id, response)));
    } catch (JsonException noJson) {
      return Optional.empty();
    }
  }

  /** Which credential it says it is of. */
  byte[] credentialId() {
    return credentialId.clone();
  }

  /** The id of the passkey that it says it is of. */
  String passkey() {
    return Digest.of(credentialId).hex();
  }

  /** A part of the response, or empty where it is missing or no Base64 for URLs. */
  Optional<byte[]> part(String name) {
    return bytes(response, name);
  }

  /** How the browser says that it reaches the authenticator. */
  Set<String> transports() {
    JsonValue named = response.get("transports");
    List<JsonString> texts =
        named instanceof JsonArray array
            ? array.stream()
                .filter(JsonString.class::isInstance)
                .map(JsonString.class::cast)
                .toList()
            : List.of();
    return texts.stream()
        .map(JsonString::getString)
        .filter(each -> each.matches("[a-z-]{1,15}"))
        .limit(MOST_TRANSPORTS)
        .collect(Collectors.toSet());
  }

  private static Optional<byte[]> bytes(JsonObject object, String name) {
    if (!(object.get(name) instanceof JsonString text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getUrlDecoder().decode(text.getString()));
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }
}
