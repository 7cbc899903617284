package org.epione.account.boundary;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.crypto.transcript.Digest;
import org.jspecify.annotations.Nullable;

/**
 * A browser and an authenticator with one passkey, made from WebAuthn's text (sections 5.8.1, 6.1,
 * 6.5) and RFC 9052 alone, so that it and the product check each other. Whoever attacks changes
 * what it says.
 */
public final class SoftwareAuthenticator {

  /** How it signs. */
  enum Algorithm {
    ES256(-7, "SHA256withECDSA"),
    EDDSA(-8, "Ed25519"),
    RS256(-257, "SHA256withRSA"),
    /** Of the curve P-384, which was not asked for. */
    ES384(-35, "SHA384withECDSA");

    private final int cose;
    private final String signature;

    Algorithm(int cose, String signature) {
      this.cose = cose;
      this.signature = signature;
    }
  }

  private static final int PRESENT = 0x01;
  private static final int ATTESTED = 0x40;

  private final Algorithm algorithm;
  private final KeyPair key;

  byte[] credentialId = new SecureRandomSource().bytes(32);
  String origin = "http://localhost:8080";
  String relyingParty = "localhost";
  boolean present = true;
  boolean crossOrigin;
  long counter;
  byte @Nullable [] challenge;
  byte @Nullable [] user;
  @Nullable String type;

  /** One that signs by ES256 and does not count. */
  public SoftwareAuthenticator() {
    this(Algorithm.ES256);
  }

  SoftwareAuthenticator(Algorithm algorithm) {
    this.algorithm = algorithm;
    this.key = newKey(algorithm);
  }

  /** Another with the same key: a copy. */
  SoftwareAuthenticator(SoftwareAuthenticator original) {
    this.algorithm = original.algorithm;
    this.key = original.key;
    this.credentialId = original.credentialId;
    this.counter = original.counter;
  }

  /** Answers the options for making a passkey. */
  public String make(String options) {
    return make(options, attestation(attested()));
  }

  /** As {@link #make(String)}, with that attestation object. */
  String make(String options, byte[] attestation) {
    return answer(
        Json.createObjectBuilder()
            .add("clientDataJSON", text(client(options, "webauthn.create")))
            .add("attestationObject", text(attestation))
            .add("transports", Json.createArrayBuilder().add("usb").add("nfc")));
  }

  /** Answers the options for signing in, and counts where it does. */
  public String sign(String options) {
    if (counter > 0) {
      counter++;
    }
    byte[] client = client(options, "webauthn.get");
    byte[] data = authenticatorData(0);
    JsonObjectBuilder response =
        Json.createObjectBuilder()
            .add("clientDataJSON", text(client))
            .add("authenticatorData", text(data))
            .add("signature", text(signature(data, client)));
    byte[] told = user;
    return answer(
        told == null ? response.addNull("userHandle") : response.add("userHandle", text(told)));
  }

  /** The attestation object, of format "none". */
  byte[] attestation(byte[] authenticatorData) {
    return bytes(
        map(3),
        name("fmt"),
        name("none"),
        name("attStmt"),
        map(0),
        name("authData"),
        string(authenticatorData));
  }

  /** What an authenticator says of itself and of the new key. */
  byte[] attested() {
    return bytes(
        authenticatorData(ATTESTED),
        new byte[16],
        ByteBuffer.allocate(2).putShort((short) credentialId.length).array(),
        credentialId,
        publicKey());
  }

  static JsonObject parse(String json) {
    return Json.createReader(new StringReader(json)).readObject();
  }

  private byte[] client(String options, String usual) {
    byte[] asked = Base64.getUrlDecoder().decode(parse(options).getString("challenge"));
    byte[] other = challenge;
    String said = type;
    return Json.createObjectBuilder()
        .add("type", said == null ? usual : said)
        .add("challenge", text(other == null ? asked : other))
        .add("origin", origin)
        .add("crossOrigin", crossOrigin)
        .build()
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] authenticatorData(int flags) {
    return bytes(
        Digest.of(relyingParty.getBytes(StandardCharsets.UTF_8)).bytes(),
        new byte[] {(byte) (flags | (present ? PRESENT : 0))},
        ByteBuffer.allocate(4).putInt((int) counter).array());
  }

  private byte[] signature(byte[] authenticatorData, byte[] client) {
    try {
      Signature signer = Signature.getInstance(algorithm.signature);
      signer.initSign(key.getPrivate());
      signer.update(authenticatorData);
      signer.update(Digest.of(client).bytes());
      return signer.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String answer(JsonObjectBuilder response) {
    return Json.createObjectBuilder()
        .add("id", text(credentialId))
        .add("rawId", text(credentialId))
        .add("type", "public-key")
        .add("response", response)
        .add("clientExtensionResults", Json.createObjectBuilder())
        .build()
        .toString();
  }

  /** The COSE key (RFC 9053, sections 7.1 and 7.2; RFC 8230, section 4). */
  private byte[] publicKey() {
    return switch (algorithm) {
      case ES256, ES384 -> {
        ECPublicKey point = (ECPublicKey) key.getPublic();
        int size = algorithm == Algorithm.ES256 ? 32 : 48;
        yield bytes(
            map(5),
            bytes(number(1), number(2), number(3), number(algorithm.cose)),
            bytes(number(-1), number(algorithm == Algorithm.ES256 ? 1 : 2)),
            bytes(number(-2), string(unsigned(point.getW().getAffineX(), size))),
            bytes(number(-3), string(unsigned(point.getW().getAffineY(), size))));
      }
      case EDDSA -> {
        byte[] encoded = key.getPublic().getEncoded();
        yield bytes(
            map(4),
            bytes(number(1), number(1), number(3), number(algorithm.cose)),
            bytes(number(-1), number(6)),
            bytes(
                number(-2),
                string(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length))));
      }
      case RS256 -> {
        RSAPublicKey modulus = (RSAPublicKey) key.getPublic();
        yield bytes(
            map(4),
            bytes(number(1), number(3), number(3), number(algorithm.cose)),
            bytes(number(-1), string(unsigned(modulus.getModulus(), 256))),
            bytes(number(-2), string(unsigned(modulus.getPublicExponent(), 3))));
      }
    };
  }

  private static KeyPair newKey(Algorithm algorithm) {
    try {
      KeyPairGenerator generator =
          KeyPairGenerator.getInstance(
              switch (algorithm) {
                case ES256, ES384 -> "EC";
                case EDDSA -> "Ed25519";
                case RS256 -> "RSA";
              });
      switch (algorithm) {
        case ES256 -> generator.initialize(new ECGenParameterSpec("secp256r1"));
        case ES384 -> generator.initialize(new ECGenParameterSpec("secp384r1"));
        case RS256 -> generator.initialize(2048);
        case EDDSA -> {}
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] unsigned(BigInteger number, int size) {
    byte[] signed = number.toByteArray();
    byte[] fixed = new byte[size];
    int length = Math.min(size, signed.length);
    System.arraycopy(signed, signed.length - length, fixed, size - length, length);
    return fixed;
  }

  private static byte[] map(int size) {
    return head(5, size);
  }

  private static byte[] number(int value) {
    return value < 0 ? head(1, -1 - value) : head(0, value);
  }

  private static byte[] name(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    return bytes(head(3, encoded.length), encoded);
  }

  private static byte[] string(byte[] content) {
    return bytes(head(2, content.length), content);
  }

  /** Type and length or value of a CBOR item (RFC 8949, section 3). */
  private static byte[] head(int major, int value) {
    int type = major << 5;
    if (value < 24) {
      return new byte[] {(byte) (type | value)};
    }
    return value < 256
        ? new byte[] {(byte) (type | 24), (byte) value}
        : new byte[] {(byte) (type | 25), (byte) (value >> 8), (byte) value};
  }

  private static byte[] bytes(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
