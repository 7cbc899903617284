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

import java.util.List;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.scheme.combined.HolderKeys;
import org.epione.crypto.scheme.combined.IdentityBasedEncryption;
import org.epione.crypto.scheme.combined.IdentityBasedSignature;
import org.epione.crypto.scheme.combined.IdentityBasedSignatures;
import org.epione.crypto.scheme.combined.IdentityCiphertext;
import org.epione.crypto.scheme.combined.IdentityKey;
import org.epione.crypto.scheme.combined.MasterKey;
import org.epione.crypto.scheme.combined.PublicParameters;

/** Encryption and signatures by identity; payloads of one KiB. */
final class IdentitySchemes {

  private static final String IBE = "IBE";
  private static final String IBS = "IBS";
  private static final byte[] NONE = new byte[0];

  private final CryptoSuite suite;

  IdentitySchemes(CryptoSuite suite) {
    this.suite = suite;
  }

  /** One encapsulation, with its seed sealed; the payload comes on top. */
  private static Algorithm encapsulating(Algorithm algorithm) {
    return algorithm
        .with(1, HASH_G1)
        .with(1, G1_POWER)
        .with(1, G1_PREPARED)
        .with(2, G2_PREPARED)
        .with(1, GT_PREPARED)
        .with(2, HKDF)
        .with(2, ENCODE_G2)
        .with(1, ENCODE_G1)
        .with(1, ENCODE_GT)
        .with(1, SEAL_KIB);
  }

  List<Algorithm> all() {
    MasterKey master = suite.keyAuthority().setup();
    PublicParameters parameters = master.parameters();
    Pseudonym identity = Pseudonym.of(new byte[] {1});
    RecordId record = RecordId.random(suite.random());
    HolderKeys holder = suite.holderKeys(parameters);
    IdentityKey key =
        holder.restoreIdentityKey(suite.keyAuthority().issue(master, identity).export());
    IdentityBasedEncryption ibe = suite.identityBasedEncryption(parameters);
    byte[] payload = new byte[1024];
    IdentityCiphertext ciphertext =
        ibe.decodeCiphertext(ibe.encrypt(identity, NONE, payload).encode());
    IdentityBasedSignatures ibs = suite.identityBasedSignatures(parameters);
    byte[] message = CanonicalWriter.of("epione.benchmark", 1).toByteArray();
    IdentityBasedSignature signature = ibs.sign(key, message);
    return List.of(
        Algorithm.of(IBE, "issue", () -> suite.keyAuthority().issue(master, identity))
            .with(1, HASH_G1)
            .with(3, G1_POWER)
            .with(1, G2_POWER),
        Algorithm.of(IBE, "delegate to a record", () -> holder.derive(key, record))
            .with(1, HASH_G1)
            .with(3, G1_POWER)
            .with(2, G2_POWER),
        encapsulating(Algorithm.of(IBE, "encrypt", () -> ibe.encrypt(identity, NONE, payload)))
            .with(1, SEAL_KIB),
        Algorithm.of(IBE, "decrypt", () -> ibe.decrypt(key, NONE, ciphertext))
            .with(1, product(3))
            .with(1, G2_PREPARED)
            .with(1, GT_PREPARED)
            .with(1, HKDF)
            .with(2, ENCODE_G2)
            .with(1, ENCODE_G1)
            .with(3, ENCODE_GT)
            .with(2, OPEN_KIB),
        Algorithm.of(IBS, "sign", () -> ibs.sign(key, message))
            .with(1, HASH_G1)
            .with(3, G1_POWER)
            .with(2, G2_POWER),
        Algorithm.of(IBS, "verify", () -> ibs.verify(identity, message, signature))
            .with(2, HASH_G1)
            .with(1, product(3))
            .with(2, ENCODE_GT));
  }
}
