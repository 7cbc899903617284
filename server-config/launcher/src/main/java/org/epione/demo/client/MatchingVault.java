package org.epione.demo.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.password.PasswordSalt;
import org.epione.crypto.secret.SecretBytes;

/**
 * What a patient's browser seals under her matching password, as docs/formats.md has it: what is
 * sealed here opens in the portal's page, and the other way round.
 */
final class MatchingVault {
  private static final String PROBE = "probe";
  private static final int STRETCHED = 80;
  private static final int BLOCK = 256;
  private static final HexFormat HEX = HexFormat.of();

  private final CryptoSuite crypto;
  private final PasswordSalt salt;
  private final AeadKey key;

  private MatchingVault(CryptoSuite crypto, String password, PasswordSalt salt) {
    this.crypto = crypto;
    this.salt = salt;
    try (SecretBytes input = input(password);
        SecretBytes stretched =
            crypto
                .passwordHash()
                .stretch(input, salt.salt().bytes(), salt.parameters(), STRETCHED)) {
      this.key = crypto.aead().derive(stretched, "matching.vault", salt.encode());
    }
  }

  /** With a new password. */
  static MatchingVault create(CryptoSuite crypto, String password) {
    return new MatchingVault(
        crypto, password, crypto.passwordHash().newSalt(crypto.passwordHash().defaults()));
  }

  /**
   * With the password from before.
   *
   * @param kept {@code salt} and {@code probe} as the hospital keeps them
   * @throws DecryptionFailedException if it is another password
   */
  static MatchingVault unlock(CryptoSuite crypto, String password, JsonObject kept) {
    MatchingVault vault =
        new MatchingVault(
            crypto, password, PasswordSalt.decode(HEX.parseHex(kept.getString("salt"))));
    vault.open(PROBE, kept.getString("probe"));
    return vault;
  }

  /** The salt in hexadecimal. */
  String salt() {
    return HEX.formatHex(salt.encode());
  }

  /** By which the password is known again, in hexadecimal. */
  String probe() {
    return seal(PROBE, JsonObject.EMPTY_JSON_OBJECT);
  }

  /** Seals a value as what it is, so that none can stand for another; in hexadecimal. */
  String seal(String what, JsonObject value) {
    return HEX.formatHex(crypto.aead().seal(key, header(what), padded(value)));
  }

  /** Opens what was sealed. */
  JsonObject open(String what, String sealed) {
    return value(crypto.aead().open(key, header(what), HEX.parseHex(sealed)));
  }

  /** JSON, filled up with spaces so that its length tells little. */
  static byte[] padded(JsonObject value) {
    byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
    byte[] whole = Arrays.copyOf(bytes, (bytes.length + BLOCK - 1) / BLOCK * BLOCK);
    Arrays.fill(whole, bytes.length, whole.length, (byte) ' ');
    return whole;
  }

  /** What {@link #padded} wrote. */
  static JsonObject value(byte[] bytes) {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
      return reader.readObject();
    }
  }

  private static byte[] header(String what) {
    return CanonicalWriter.of("epione.matching.sealed", 1).text(what).toByteArray();
  }

  private static SecretBytes input(String password) {
    byte[] typed =
        Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    byte[] purpose = CanonicalWriter.of("epione.matching.password", 1).toByteArray();
    ByteBuffer whole =
        ByteBuffer.allocate(3 * Long.BYTES + typed.length + purpose.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    whole.putLong(typed.length).put(typed).putLong(purpose.length).put(purpose).putLong(0);
    return SecretBytes.take(whole.array());
  }
}
