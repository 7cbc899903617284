package org.epione.benchmark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.curve.P256Point;
import org.epione.crypto.curve.P256Scalar;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.hybrid.Dem;
import org.epione.crypto.hybrid.HpkeKeyPair;
import org.epione.crypto.password.PasswordParameters;
import org.epione.crypto.password.PasswordSalt;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.Digest;
import org.epione.crypto.transcript.DomainTag;
import org.epione.crypto.transcript.Hkdf;

/** The operations outside the pairing group. */
final class SymmetricPrimitives {

  static final String SEAL_KIB = "HKDF and AES-256-GCM, seal 1 KiB";
  static final String OPEN_KIB = "HKDF and AES-256-GCM, open 1 KiB";
  static final String SEAL_MIB = "AES-256-GCM, seal 1 MiB";
  static final String COPY_MIB = "copy 1 MiB from stream to stream";
  static final String SHA_KIB = "SHA-256 of 1 KiB";
  static final String HKDF = "HKDF-SHA-256, 64 bytes";
  static final String X25519_AGREEMENT = "X25519";
  static final String HPKE_SEAL = "HPKE seal 32 bytes";
  static final String HPKE_OPEN = "HPKE open 32 bytes";
  static final String P256_MULTIPLICATION = "P-256 multiplication";
  static final String ARGON2_LOW = "Argon2id, lowest parameters";
  static final String ARGON2 = "Argon2id, default parameters";

  private static final byte[] NONE = new byte[0];
  private static final int KIB = 1024;

  private final List<Work> all = new ArrayList<>();

  SymmetricPrimitives(CryptoSuite suite) {
    symmetric(suite);
    sealing(suite);
    char[] password = "correct horse battery staple".toCharArray();
    PasswordSalt salt = suite.passwordHash().newSalt(suite.passwordHash().defaults());
    add(ARGON2, () -> suite.passwordHash().stretch(password, salt, 32));
    PasswordSalt low = suite.passwordHash().newSalt(lowCost(suite));
    add(ARGON2_LOW, () -> suite.passwordHash().stretch(password, low, 32));
    P256Scalar scalar = P256Scalar.random(suite.random());
    P256Point point = P256Point.generator().multiply(scalar);
    add(P256_MULTIPLICATION, () -> point.multiply(scalar));
  }

  private static long copy(byte[] bytes) {
    try {
      return new ByteArrayInputStream(bytes).transferTo(new ByteArrayOutputStream(bytes.length));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PasswordParameters lowCost(CryptoSuite suite) {
    return suite.passwordHash().of(19 * KIB, 2, 1);
  }

  List<Work> all() {
    return all;
  }

  private void add(String name, Supplier<?> body) {
    all.add(new Work(name, body));
  }

  private void symmetric(CryptoSuite suite) {
    byte[] kib = new byte[KIB];
    byte[] mib = new byte[KIB * KIB];
    AeadKey key = suite.aead().generateKey();
    byte[] sealed = suite.aead().seal(key, NONE, mib);
    add(SEAL_MIB, () -> suite.aead().seal(key, NONE, mib));
    add("AES-256-GCM, open 1 MiB", () -> suite.aead().open(key, NONE, sealed));
    add(COPY_MIB, () -> copy(mib));
    Dem dem = new Dem(suite.aead());
    SecretBytes secret = SecretBytes.of(new byte[576]);
    byte[] header = new byte[200];
    byte[] sealedKib = dem.seal(secret, DomainTag.SCOPED_PAYLOAD, header, kib);
    add(SEAL_KIB, () -> dem.seal(secret, DomainTag.SCOPED_PAYLOAD, header, kib));
    add(OPEN_KIB, () -> dem.open(secret, DomainTag.SCOPED_PAYLOAD, header, sealedKib));
    add(SHA_KIB, () -> Digest.of(kib));
    add(HKDF, () -> Hkdf.derive(secret, DomainTag.SCOPED_PAYLOAD, header, 64));
  }

  private void sealing(CryptoSuite suite) {
    HpkeKeyPair pair = suite.hpke().generate();
    byte[] message = new byte[32];
    byte[] sealed = suite.hpke().seal(pair.publicKey(), NONE, NONE, message);
    byte[] scalar = suite.random().bytes(X25519.SCALAR_SIZE);
    byte[] point = new byte[X25519.POINT_SIZE];
    X25519.scalarMultBase(scalar, 0, point, 0);
    byte[] agreed = new byte[X25519.POINT_SIZE];
    add(
        X25519_AGREEMENT,
        () -> {
          X25519.scalarMult(scalar, 0, point, 0, agreed, 0);
          return agreed;
        });
    add(HPKE_SEAL, () -> suite.hpke().seal(pair.publicKey(), NONE, NONE, message));
    add(HPKE_OPEN, () -> suite.hpke().open(pair.secretKey(), NONE, NONE, sealed));
  }
}
