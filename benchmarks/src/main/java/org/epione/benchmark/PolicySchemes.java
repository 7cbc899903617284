package org.epione.benchmark;

import static org.epione.benchmark.Primitives.ENCODE_G1;
import static org.epione.benchmark.Primitives.ENCODE_G2;
import static org.epione.benchmark.Primitives.ENCODE_GT;
import static org.epione.benchmark.Primitives.G1_POWER;
import static org.epione.benchmark.Primitives.G1_PREPARED;
import static org.epione.benchmark.Primitives.G2_POWER;
import static org.epione.benchmark.Primitives.G2_PREPARED;
import static org.epione.benchmark.Primitives.GT_PREPARED;
import static org.epione.benchmark.Primitives.HASH_G1;
import static org.epione.benchmark.Primitives.product;
import static org.epione.benchmark.SymmetricPrimitives.HKDF;
import static org.epione.benchmark.SymmetricPrimitives.OPEN_KIB;
import static org.epione.benchmark.SymmetricPrimitives.SEAL_KIB;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.policy.AccessPolicy;
import org.epione.crypto.policy.Attribute;
import org.epione.crypto.scheme.combined.AttributeBasedEncryption;
import org.epione.crypto.scheme.combined.AttributeBasedReEncryption;
import org.epione.crypto.scheme.combined.AttributeCiphertext;
import org.epione.crypto.scheme.combined.AttributeKey;
import org.epione.crypto.scheme.combined.KeyAuthority;
import org.epione.crypto.scheme.combined.MasterKey;
import org.epione.crypto.scheme.combined.PublicParameters;
import org.epione.crypto.scheme.combined.ReEncryptionTerms;
import org.epione.crypto.scheme.combined.RecordCiphertext;
import org.epione.crypto.scheme.combined.RecordKey;
import org.epione.crypto.scheme.combined.RecordReEncryptionKey;
import org.epione.crypto.scheme.combined.TurnedRecord;
import org.epione.crypto.transcript.Digest;

/**
 * Encryption to a policy, an AND of ten, and re-encryption towards it; payloads of one KiB. What is
 * decrypted and with which key was read from its encoding, as it is where both were stored.
 */
final class PolicySchemes {

  static final String DECRYPT = "CP-ABE: decrypt, AND of ten";

  private static final String ABE = "CP-ABE";
  private static final String RE_ENCRYPTION = "ABPRE";
  private static final byte[] NONE = new byte[0];
  private static final int ROWS = 10;

  private final MasterKey master;
  private final PublicParameters parameters;
  private final KeyAuthority authority;
  private final CryptoSuite suite;
  private final Set<Attribute> attributes =
      IntStream.range(0, ROWS)
          .mapToObj(i -> Attribute.of("attribute:" + i))
          .collect(Collectors.toSet());
  private final AccessPolicy policy =
      AccessPolicy.parse(
          attributes.stream().map(Attribute::name).collect(Collectors.joining(" and ")));
  private final AccessPolicy anyOf =
      AccessPolicy.parse(
          attributes.stream().map(Attribute::name).collect(Collectors.joining(" or ")));
  private final AttributeKey key;
  private final byte[] payload = new byte[1024];

  PolicySchemes(CryptoSuite suite) {
    this.suite = suite;
    authority = suite.keyAuthority();
    master = authority.setup();
    parameters = master.parameters();
    key =
        suite
            .holderKeys(parameters)
            .restoreAttributeKey(authority.issue(master, attributes).export());
  }

  /**
   * Encapsulation under the policy, with its seed sealed; each exponent is derived from the seed.
   */
  private static Algorithm encapsulating(Algorithm algorithm) {
    return algorithm
        .with(ROWS, HASH_G1)
        .with(ROWS, G1_POWER)
        .with(ROWS, G1_PREPARED)
        .with(ROWS + 1, G2_PREPARED)
        .with(1, GT_PREPARED)
        .with(2 * ROWS, HKDF)
        .with(ROWS, ENCODE_G1)
        .with(ROWS + 1, ENCODE_G2)
        .with(1, ENCODE_GT)
        .with(1, SEAL_KIB);
  }

  /** What every decryption does, with an own share of pairings: seed and payload, C1, the key. */
  private static Algorithm decapsulating(Algorithm algorithm, int pairings) {
    return algorithm
        .with(1, product(pairings))
        .with(1, G2_PREPARED)
        .with(1, GT_PREPARED)
        .with(1, HKDF)
        .with(ROWS, ENCODE_G1)
        .with(ROWS + 1, ENCODE_G2)
        .with(3, ENCODE_GT)
        .with(2, OPEN_KIB);
  }

  /** The rows that some holder can do without, made again. */
  private static Algorithm repeatingRows(Algorithm algorithm) {
    return algorithm
        .with(ROWS, HASH_G1)
        .with(ROWS, G1_POWER)
        .with(ROWS, G1_PREPARED)
        .with(ROWS, G2_PREPARED)
        .with(ROWS, HKDF);
  }

  /** Encapsulation to a record. */
  private static Algorithm toRecord(Algorithm algorithm) {
    return algorithm
        .with(2, HASH_G1)
        .with(2, G1_POWER)
        .with(1, G1_PREPARED)
        .with(2, G2_PREPARED)
        .with(1, GT_PREPARED)
        .with(2, HKDF);
  }

  List<Algorithm> encryption() {
    AttributeBasedEncryption abe = suite.attributeBasedEncryption(parameters);
    AttributeCiphertext ciphertext = stored(abe, policy);
    Algorithm issue =
        Algorithm.of(ABE, "issue, ten attributes", () -> authority.issue(master, attributes))
            .with(ROWS, HASH_G1)
            .with(ROWS + 2, G1_POWER)
            .with(1, G2_POWER);
    Algorithm encrypt =
        encapsulating(
                Algorithm.of(ABE, "encrypt, AND of ten", () -> abe.encrypt(policy, NONE, payload)))
            .with(1, SEAL_KIB);
    Algorithm decrypt =
        decapsulating(
            Algorithm.of(ABE, "decrypt, AND of ten", () -> abe.decrypt(key, NONE, ciphertext)),
            ROWS + 2);
    AttributeCiphertext toAny = stored(abe, anyOf);
    Algorithm decryptAny =
        repeatingRows(
            decapsulating(
                Algorithm.of(ABE, "decrypt, OR of ten", () -> abe.decrypt(key, NONE, toAny)), 3));
    return List.of(issue, encrypt, decrypt, decryptAny);
  }

  private AttributeCiphertext stored(AttributeBasedEncryption abe, AccessPolicy to) {
    return abe.decodeCiphertext(abe.encrypt(to, NONE, payload).encode());
  }

  List<Algorithm> reEncryption() {
    Pseudonym patient = Pseudonym.of(new byte[] {1});
    RecordId record = RecordId.random(suite.random());
    RecordCiphertext stored =
        suite.identityBasedEncryption(parameters).encrypt(patient, record, NONE, payload);
    RecordKey recordKey =
        suite.holderKeys(parameters).derive(authority.issue(master, patient), record);
    AttributeBasedReEncryption abpre = suite.attributeBasedReEncryption(parameters);
    Instant from = Instant.parse("2026-11-28T08:00:00Z");
    ReEncryptionTerms terms =
        new ReEncryptionTerms(
            patient,
            record,
            policy,
            "benchmark",
            from,
            from.plus(Duration.ofDays(1)),
            Digest.of(NONE));
    RecordReEncryptionKey reKey = abpre.reKey(recordKey, terms);
    TurnedRecord turned = abpre.decodeTurned(abpre.reEncrypt(reKey, stored).encode());
    return List.of(
        encapsulating(
                Algorithm.of(
                    RE_ENCRYPTION, "re-encryption key", () -> abpre.reKey(recordKey, terms)))
            .with(2, HASH_G1)
            .with(4, G1_POWER)
            .with(2, G2_POWER)
            .with(1, SEAL_KIB),
        Algorithm.of(RE_ENCRYPTION, "re-encrypt", () -> abpre.reEncrypt(reKey, stored))
            .with(1, product(4)),
        toRecord(
                decapsulating(
                    Algorithm.of(
                        RE_ENCRYPTION, "decrypt", () -> abpre.decrypt(key, terms, NONE, turned)),
                    ROWS + 2))
            .with(1, G1_POWER)
            .with(1, product(1))
            .with(2, ENCODE_G1)
            .with(2, ENCODE_G2)
            .with(3, ENCODE_GT)
            .with(2, OPEN_KIB));
  }
}
