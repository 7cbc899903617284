package org.epione.crypto.scheme.combined;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.Suites;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.vectors.TestVector;
import org.epione.crypto.vectors.VectorFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of vectors for C-AB/IB-ES and the proxy re-encryption, on both backends. */
class CombinedVectorsTest {

  private static final List<CryptoSuite> SUITES = Suites.both();

  /** What a vector's inputs are read with. */
  private record Reading(CryptoSuite suite, TestVector vector) {

    PublicParameters parameters() {
      return suite.keyAuthority().decodeParameters(vector.input("parameters"));
    }

    SecretBytes secret(String name) {
      return SecretBytes.of(vector.input(name));
    }

    AttributeKey attributeKey() {
      return suite.holderKeys(parameters()).restoreAttributeKey(secret("key"));
    }

    IdentityKey identityKey() {
      return suite.holderKeys(parameters()).restoreIdentityKey(secret("key"));
    }

    RecordKey recordKey() {
      return suite.holderKeys(parameters()).restoreRecordKey(secret("key"));
    }
  }

  private static Stream<Arguments> with(String file) {
    return SUITES.stream()
        .flatMap(suite -> VectorFile.stream(file).map(vector -> Arguments.of(suite, vector)));
  }

  static Stream<Arguments> attributeEncryption() {
    return with("combined/attribute-encryption.json");
  }

  static Stream<Arguments> identityEncryption() {
    return with("combined/identity-encryption.json");
  }

  static Stream<Arguments> recordEncryption() {
    return with("combined/record-encryption.json");
  }

  static Stream<Arguments> signatures() {
    return with("combined/signatures.json");
  }

  static Stream<Arguments> attributeKeys() {
    return with("combined/attribute-keys.json");
  }

  static Stream<Arguments> reEncryption() {
    return with("abpre/re-encryption.json");
  }

  static Stream<Arguments> consumers() {
    return with("abpre/consumer.json");
  }

  private static void requirePlaintext(TestVector vector, Supplier<byte[]> decryption) {
    if (vector.isValid()) {
      assertThat(decryption.get()).isEqualTo(vector.expected("plaintext"));
    } else {
      requireRefused(decryption);
    }
  }

  private static void requireRefused(Supplier<?> attempt) {
    assertThatThrownBy(attempt::get)
        .isInstanceOfAny(MalformedEncodingException.class, DecryptionFailedException.class);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource
  void attributeEncryption(CryptoSuite suite, TestVector vector) {
    Reading in = new Reading(suite, vector);
    AttributeBasedEncryption abe = suite.attributeBasedEncryption(in.parameters());
    AttributeKey key = in.attributeKey();
    requirePlaintext(
        vector,
        () ->
            abe.decrypt(
                key,
                vector.input("associatedData"),
                abe.decodeCiphertext(vector.input("ciphertext"))));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource
  void identityEncryption(CryptoSuite suite, TestVector vector) {
    Reading in = new Reading(suite, vector);
    IdentityBasedEncryption ibe = suite.identityBasedEncryption(in.parameters());
    IdentityKey key = in.identityKey();
    requirePlaintext(
        vector,
        () ->
            ibe.decrypt(
                key,
                vector.input("associatedData"),
                ibe.decodeCiphertext(vector.input("ciphertext"))));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource
  void recordEncryption(CryptoSuite suite, TestVector vector) {
    Reading in = new Reading(suite, vector);
    IdentityBasedEncryption ibe = suite.identityBasedEncryption(in.parameters());
    RecordKey key = in.recordKey();
    requirePlaintext(
        vector,
        () ->
            ibe.decrypt(
                key, vector.input("associatedData"), ibe.decodeRecord(vector.input("ciphertext"))));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource
  void signatures(CryptoSuite suite, TestVector vector) {
    IdentityBasedSignatures ibs =
        suite.identityBasedSignatures(new Reading(suite, vector).parameters());
    boolean valid;
    try {
      valid =
          ibs.verify(
              Pseudonym.of(vector.input("signer")),
              vector.input("message"),
              ibs.decodeSignature(vector.input("signature")));
    } catch (MalformedEncodingException e) {
      valid = false;
    }
    assertThat(valid).isEqualTo(vector.isValid());
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource
  void attributeKeys(CryptoSuite suite, TestVector vector) {
    Reading in = new Reading(suite, vector);
    if (vector.isValid()) {
      assertThat(in.attributeKey().export()).isEqualTo(in.secret("key"));
    } else {
      requireRefused(in::attributeKey);
    }
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource
  void reEncryption(CryptoSuite suite, TestVector vector) {
    AttributeBasedReEncryption abpre =
        suite.attributeBasedReEncryption(new Reading(suite, vector).parameters());
    IdentityBasedEncryption ibe =
        suite.identityBasedEncryption(new Reading(suite, vector).parameters());
    Supplier<byte[]> turning =
        () ->
            abpre
                .reEncrypt(
                    abpre.decodeReEncryptionKey(vector.input("reEncryptionKey")),
                    ibe.decodeRecord(vector.input("ciphertext")))
                .encode();
    if (vector.isValid()) {
      assertThat(turning.get()).isEqualTo(vector.expected("turned"));
    } else {
      requireRefused(turning);
    }
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource
  void consumers(CryptoSuite suite, TestVector vector) {
    Reading in = new Reading(suite, vector);
    AttributeBasedReEncryption abpre = suite.attributeBasedReEncryption(in.parameters());
    AttributeKey key = in.attributeKey();
    ReEncryptionTerms terms = ReEncryptionTerms.decode(vector.input("terms"));
    requirePlaintext(
        vector,
        () ->
            abpre.decrypt(
                key,
                terms,
                vector.input("associatedData"),
                abpre.decodeTurned(vector.input("turned"))));
  }
}
