package org.epione.account.control;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.epione.account.boundary.Caller;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.transcript.Digest;
import org.epione.platform.identity.AccountId;
import org.epione.settings.PortalOrigin;

/**
 * What browsers are told to ask authenticators for: JSON in the form that {@code
 * PublicKeyCredential.parseCreationOptionsFromJSON()} and its twin read (WebAuthn Level 3, section
 * 5.1), bytes in Base64 for URLs without padding.
 *
 * <p>The password was given before, so an authenticator need not verify the person again, and keeps
 * nothing by which it would find her without being told: each old key with a button will do.
 */
final class PasskeyOptions {

  /** How long a person has. */
  static final Duration TIME = Duration.ofMinutes(5);

  private static final String NAME = "Epione";
  private static final String TYPE = "public-key";
  private static final String DISCOURAGED = "discouraged";

  /**
   * A credential as browsers are told of it.
   *
   * @param transports with commas, may be empty
   */
  record Known(ByteString id, String transports) {}

  private PasskeyOptions() {}

  /** Options for making a passkey on an authenticator that has none of these. */
  static String creation(PortalOrigin portal, Caller person, byte[] challenge, List<Known> had) {
    JsonArrayBuilder algorithms = Json.createArrayBuilder();
    for (int each : PasskeyVerifier.ALGORITHMS) {
      algorithms.add(Json.createObjectBuilder().add("type", TYPE).add("alg", each));
    }
    return Json.createObjectBuilder()
        .add("rp", Json.createObjectBuilder().add("id", portal.host()).add("name", NAME))
        .add(
            "user",
            Json.createObjectBuilder()
                .add("id", text(user(person.accountId())))
                .add("name", person.userName())
                .add("displayName", person.displayName()))
        .add("challenge", text(challenge))
        .add("pubKeyCredParams", algorithms)
        .add("timeout", TIME.toMillis())
        .add("excludeCredentials", descriptors(had))
        .add(
            "authenticatorSelection",
            Json.createObjectBuilder()
                .add("residentKey", DISCOURAGED)
                .add("requireResidentKey", false)
                .add("userVerification", DISCOURAGED))
        .add("attestation", "none")
        .build()
        .toString();
  }

  /** Options for signing in by one of these. */
  static String request(PortalOrigin portal, byte[] challenge, List<Known> allowed) {
    return Json.createObjectBuilder()
        .add("challenge", text(challenge))
        .add("rpId", portal.host())
        .add("timeout", TIME.toMillis())
        .add("allowCredentials", descriptors(allowed))
        .add("userVerification", DISCOURAGED)
        .build()
        .toString();
  }

  /** What stands for an account in authenticators: always the same, and tells nothing of it. */
  static byte[] user(AccountId account) {
    return Digest.of(("passkey-user:" + account).getBytes(StandardCharsets.UTF_8)).bytes();
  }

  private static JsonArray descriptors(List<Known> credentials) {
    JsonArrayBuilder descriptors = Json.createArrayBuilder();
    for (Known each : credentials) {
      JsonObjectBuilder descriptor =
          Json.createObjectBuilder().add("type", TYPE).add("id", text(each.id().bytes()));
      if (!each.transports().isEmpty()) {
        descriptor.add(
            "transports", Json.createArrayBuilder(List.of(each.transports().split(",", -1))));
      }
      descriptors.add(descriptor);
    }
    return descriptors.build();
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
