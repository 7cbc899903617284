package org.epione.benchmark;

import static org.epione.benchmark.Primitives.ENCODE_G1;
import static org.epione.benchmark.Primitives.G1_POWER;
import static org.epione.benchmark.Primitives.G1_PREPARED;
import static org.epione.benchmark.Primitives.HASH_SCALAR;
import static org.epione.benchmark.Primitives.INVERSE_SCALAR;
import static org.epione.benchmark.Primitives.RANDOM_SCALAR;
import static org.epione.benchmark.Primitives.powersG1;
import static org.epione.benchmark.Primitives.product;
import static org.epione.benchmark.Primitives.shortPowersG1;

import java.util.List;
import java.util.Set;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.policy.AccessPolicy;
import org.epione.crypto.policy.Attribute;
import org.epione.crypto.scheme.abs.AttributeBasedSignature;
import org.epione.crypto.scheme.abs.AttributeBasedSignatures;
import org.epione.crypto.scheme.abs.AttributeSecretKey;
import org.epione.crypto.scheme.abs.IssuerKeyPair;

/** Attribute-based signatures under an AND of two. */
final class AnonymousSignatures {

  private static final String SCHEME = "ABS";
  private static final int ROWS = 2;

  private final CryptoSuite suite;

  AnonymousSignatures(CryptoSuite suite) {
    this.suite = suite;
  }

  /** Both rows in one batch: two right sides. */
  private static Algorithm batch(Algorithm algorithm) {
    return algorithm.with(2, shortPowersG1(ROWS)).with(1, product(2));
  }

  List<Algorithm> all() {
    AttributeBasedSignatures abs = suite.attributeBasedSignatures();
    IssuerKeyPair issuer = abs.generate();
    Set<Attribute> attributes = Set.of(Attribute.of("role:oncologist"), Attribute.of("site:a"));
    AttributeSecretKey key = abs.issue(issuer.secretKey(), attributes);
    AccessPolicy policy = AccessPolicy.parse("role:oncologist and site:a");
    byte[] message = CanonicalWriter.of("epione.benchmark", 1).toByteArray();
    AttributeBasedSignature signature = abs.sign(issuer.publicKey(), key, policy, message);
    return List.of(
        Algorithm.of(SCHEME, "issue, 2 attributes", () -> abs.issue(issuer.secretKey(), attributes))
            .with(1 + ROWS, G1_POWER)
            .with(ROWS, G1_PREPARED)
            .with(ROWS, HASH_SCALAR)
            .with(1 + ROWS, RANDOM_SCALAR)
            .with(ROWS, INVERSE_SCALAR),
        batch(
            Algorithm.of(
                    SCHEME,
                    "check a key of 2 attributes",
                    () -> abs.isValid(issuer.publicKey(), key))
                .with(1 + ROWS, G1_POWER)
                .with(ROWS, G1_PREPARED)),
        Algorithm.of(
                SCHEME, "sign, AND of 2", () -> abs.sign(issuer.publicKey(), key, policy, message))
            .with(4 + 10 * ROWS, G1_POWER)
            .with(1 + 2 * ROWS, G1_PREPARED)
            .with(2 + 2 * ROWS, HASH_SCALAR)
            .with(2 + 5 * ROWS, RANDOM_SCALAR)
            .with(1 + 4 * ROWS, ENCODE_G1),
        batch(
            Algorithm.of(
                    SCHEME,
                    "verify, AND of 2",
                    () -> abs.verify(issuer.publicKey(), policy, message, signature))
                .with(ROWS, powersG1(3))
                .with(ROWS, G1_POWER)
                .with(4 * ROWS, G1_PREPARED)
                .with(1 + 4 * ROWS, ENCODE_G1)));
  }
}
