package org.epione.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.hybrid.Aead;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.hybrid.HpkeKeyPair;
import org.epione.crypto.identity.EpisodeId;
import org.epione.crypto.identity.Nonce;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.keyring.KeyName;
import org.epione.crypto.keyring.KeyRing;
import org.epione.crypto.password.PasswordParameters;
import org.epione.crypto.password.PasswordSalt;
import org.epione.crypto.policy.AccessPolicy;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.crypto.scheme.pre.DelegationSecret;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.crypto.scheme.pre.PatientKeyPair;
import org.epione.crypto.scheme.pre.ReEncryptionKey;
import org.epione.crypto.scheme.pre.ScopedCiphertext;
import org.epione.crypto.scheme.pre.ScopedReEncryption;
import org.epione.crypto.scheme.warrant.Warrant;
import org.epione.crypto.signature.BlsSecretKey;
import org.epione.crypto.transcript.Digest;
import org.epione.crypto.vectors.TestVector;
import org.epione.crypto.vectors.VectorFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Stored records must stay readable and signatures valid: every format of docs/formats.md, made
 * from fixed randomness, is pinned. A change here is a change of format and needs a new version or
 * tag.
 */
class FormatStabilityTest {

  private static final Instant TIME = Instant.parse("2026-11-21T08:00:00Z");

  static List<CryptoSuite> suites() {
    return List.of(Suites.blst("format"), Suites.bouncyCastle("format"));
  }

  @ParameterizedTest
  @MethodSource("suites")
  void encodings_shouldBeThePinnedOnes(CryptoSuite suite) {
    Map<String, String> made = new LinkedHashMap<>();
    make(suite).forEach((name, bytes) -> made.put(name, HexFormat.of().formatHex(bytes)));
    Map<String, String> pinned = new LinkedHashMap<>();
    for (TestVector vector : VectorFile.load("formats/encodings.json").vectors()) {
      pinned.put(vector.id(), HexFormat.of().formatHex(vector.expected("encoding")));
    }
    assertThat(made).containsExactlyEntriesOf(pinned);
  }

  private static Map<String, byte[]> make(CryptoSuite suite) {
    Map<String, byte[]> made = new LinkedHashMap<>();
    EpisodeId episode = EpisodeId.random(suite.random());
    RecordId record = RecordId.random(suite.random());
    Nonce nonce = Nonce.random(suite.random());
    Pseudonym patient = Pseudonym.of("patient".getBytes(StandardCharsets.UTF_8));
    Pseudonym doctor = Pseudonym.of("doctor".getBytes(StandardCharsets.UTF_8));

    BlsSecretKey master = suite.bls().generate();
    BlsSecretKey key = suite.bls().derive(master, new byte[] {1, 2, 3});
    made.put("bls public key", key.publicKey().encode());
    made.put("bls possession", suite.bls().provePossession(key).encode());

    Warrant warrant =
        new Warrant(episode, patient, doctor, 1, TIME, TIME.plusSeconds(60), "cough", nonce);
    made.put("warrant", warrant.encode());
    made.put("warrant signature", suite.warrants().sign(key, warrant).encode());

    Statement first =
        new Statement(
            episode,
            patient,
            List.of(doctor, patient),
            1,
            TIME,
            Digest.of(new byte[0]),
            Optional.empty());
    Statement second =
        new Statement(
            episode,
            patient,
            List.of(doctor, patient),
            2,
            TIME,
            Digest.of(new byte[1]),
            Optional.of(first.digest()));
    made.put("first statement", first.encode());
    made.put("second statement", second.encode());
    made.put(
        "aggregate",
        suite
            .multisignature()
            .addSignature(
                master,
                Optional.of(suite.multisignature().addSignature(key, Optional.empty(), first)),
                second)
            .encode());

    HpkeKeyPair receiver = suite.hpke().generate();
    made.put(
        "hpke", suite.hpke().seal(receiver.publicKey(), new byte[1], new byte[2], nonce.bytes()));
    AeadKey aeadKey = suite.aead().derive(receiver.secretKey().export(), "label", new byte[3]);
    made.put("aead", suite.aead().seal(aeadKey, new byte[4], new byte[5]));
    made.put("mac", suite.mac().tag(aeadKey, "label", new byte[6]));
    made.put(
        "password salt",
        new PasswordSalt(ByteString.of(nonce.bytes()), new PasswordParameters(65536, 3, 1))
            .encode());

    ScopedReEncryption pre = suite.reEncryption();
    PatientKeyPair keys = pre.generate();
    Grant grant =
        new Grant(
            patient,
            doctor,
            receiver.publicKey(),
            List.of(record),
            "second opinion",
            TIME,
            TIME.plusSeconds(60),
            nonce);
    made.put("grant", grant.encode());
    made.put("patient public key", keys.publicKey().encode());
    ScopedCiphertext ciphertext =
        pre.encrypt(keys.publicKey(), record, new byte[] {7}, new byte[] {8, 9});
    made.put("scoped ciphertext", ciphertext.encode());
    made.put("scoped header", ciphertext.header().encode());
    made.put("trapdoor", pre.trapdoor(keys.secretKey(), new byte[] {7}).encode());
    DelegationSecret x = pre.newDelegation();
    ReEncryptionKey reKey = pre.reKey(keys.secretKey(), record, x);
    made.put("re-encryption key", reKey.encode());
    byte[] sealed = pre.sealDelegation(x, receiver.publicKey(), grant.digest().bytes());
    made.put("sealed delegation", sealed);
    made.put("re-encrypted record", pre.reEncrypt(reKey, sealed, ciphertext).encode());
    made.put("access policy", AccessPolicy.parse("role:nurse and 2 of (a, b, c)").encode());
    made.put(
        "wrapped key",
        KeyRing.of(new Aead(length -> new byte[length]), "ring", Map.of(3L, aeadKey))
            .wrap(new KeyName("kind", "owner"), aeadKey)
            .encode());
    return made;
  }
}
