package org.epione.crypto.scheme.abs;

import java.nio.charset.StandardCharsets;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.policy.AccessPolicy;
import org.epione.crypto.policy.Policies;

/** An issuer and people with attributes. */
final class Members {

  final AttributeBasedSignatures abs;
  final IssuerKeyPair issuer;

  Members(CryptoSuite suite) {
    abs = suite.attributeBasedSignatures();
    issuer = abs.generate();
  }

  AttributeSecretKey key(String... attributes) {
    return abs.issue(issuer.secretKey(), Policies.attributes(attributes));
  }

  AttributeBasedSignature sign(AttributeSecretKey key, String policy, byte[] message) {
    return abs.sign(issuer.publicKey(), key, AccessPolicy.parse(policy), message);
  }

  boolean verify(String policy, byte[] message, AttributeBasedSignature signature) {
    return abs.verify(issuer.publicKey(), AccessPolicy.parse(policy), message, signature);
  }

  static byte[] message(String text) {
    return CanonicalWriter.of("epione.test", 1)
        .bytes(text.getBytes(StandardCharsets.UTF_8))
        .toByteArray();
  }
}
