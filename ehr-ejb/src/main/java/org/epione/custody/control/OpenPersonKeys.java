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
public final class OpenPersonKeys implements AutoCloseable {

  private static final String TAG = "epione.person-keys";
  private static final int SECRET = 32;

  private final Optional<BlsSecretKey> signing;
  private final Optional<HpkeKeyPair> receiving;
  private final Optional<PatientKeyPair> medicalRecord;

  private OpenPersonKeys(
      Optional<BlsSecretKey> signing,
      Optional<HpkeKeyPair> receiving,
      Optional<PatientKeyPair> medicalRecord) {
    this.signing = signing;
    this.receiving = receiving;
    this.medicalRecord = medicalRecord;
  }

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
  SecretBytes encode() {
    CanonicalWriter out = CanonicalWriter.of(TAG, 1);
    write(out, signing.map(BlsSecretKey::export));
    write(out, receiving.map(pair -> pair.secretKey().export()));
    write(out, medicalRecord.map(pair -> pair.secretKey().export()));
    return SecretBytes.take(out.toByteArray());
  }

  static OpenPersonKeys decode(CryptoSuite crypto, SecretBytes encoded) {
    byte[] bytes = encoded.reveal(SecretAccess.token());
    CanonicalReader in = CanonicalReader.of(TAG, 1, bytes);
    Arrays.fill(bytes, (byte) 0);
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

  /** For signing; absent in a session. */
  public Optional<BlsSecretKey> signing() {
    return signing;
  }

  /** For what is sealed to the person. */
  public Optional<HpkeKeyPair> receiving() {
    return receiving;
  }

  /** For a patient's own records. */
  public Optional<PatientKeyPair> medicalRecord() {
    return medicalRecord;
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

  @Override
  public String toString() {
    return "OpenPersonKeys";
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
    return SecretBytes.take(in.fixed(SECRET));
  }
}
