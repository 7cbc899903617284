package org.epione.custody.control;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.HpkeKeyPair;
import org.epione.crypto.scheme.pre.PatientKeyPair;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.signature.BlsSecretKey;
import org.epione.custody.boundary.KeyPurpose;

/** A person's keys, open. Closing wipes them. */
public record OpenPersonKeys(
    Optional<BlsSecretKey> signing,
    Optional<HpkeKeyPair> receiving,
    Optional<PatientKeyPair> medicalRecord)
    implements AutoCloseable {

  private static final String TAG = "epione.person-keys";
  private static final int SECRET = 32;

  static OpenPersonKeys generate(CryptoSuite crypto, Set<KeyPurpose> purposes) {
    return new OpenPersonKeys(
        purposes.contains(KeyPurpose.SIGNING)
            ? Optional.of(crypto.bls().generate())
            : Optional.empty(),
        purposes.contains(KeyPurpose.RECEIVING)
            ? Optional.of(crypto.hpke().generate())
            : Optional.empty(),
        purposes.contains(KeyPurpose.RECORD)
            ? Optional.of(crypto.reEncryption().generate())
            : Optional.empty());
  }

  /** The secrets: tag {@code epione.person-keys} 1, three optional values of 32 bytes. */
  byte[] encode() {
    CanonicalWriter out = CanonicalWriter.of(TAG, 1);
    write(out, signing.map(BlsSecretKey::export));
    write(out, receiving.map(pair -> pair.secretKey().export()));
    write(out, medicalRecord.map(pair -> pair.secretKey().export()));
    return out.toByteArray();
  }

  static OpenPersonKeys decode(CryptoSuite crypto, byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    Optional<SecretBytes> signing = in.optional(OpenPersonKeys::read);
    Optional<SecretBytes> receiving = in.optional(OpenPersonKeys::read);
    Optional<SecretBytes> medicalRecord = in.optional(OpenPersonKeys::read);
    in.end();
    OpenPersonKeys keys =
        new OpenPersonKeys(
            signing.map(crypto.bls()::restore),
            receiving.map(crypto.hpke()::restore),
            medicalRecord.map(crypto.reEncryption()::restore));
    signing.ifPresent(SecretBytes::close);
    receiving.ifPresent(SecretBytes::close);
    medicalRecord.ifPresent(SecretBytes::close);
    return keys;
  }

  /** The keys for a session: all but the one for acts of will. */
  OpenPersonKeys withoutSigning() {
    signing.ifPresent(BlsSecretKey::close);
    return new OpenPersonKeys(Optional.empty(), receiving, medicalRecord);
  }

  @Override
  public void close() {
    signing.ifPresent(BlsSecretKey::close);
    receiving.ifPresent(HpkeKeyPair::close);
    medicalRecord.ifPresent(PatientKeyPair::close);
  }

  private static void write(CanonicalWriter out, Optional<SecretBytes> secret) {
    out.optional(
        secret,
        (writer, bytes) -> {
          byte[] raw = bytes.reveal(SecretAccess.token());
          writer.fixed(raw, SECRET);
          Arrays.fill(raw, (byte) 0);
          bytes.close();
        });
  }

  private static SecretBytes read(CanonicalReader in) {
    return Secrets.take(in.fixed(SECRET));
  }
}
