package org.epione.custody.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.Header;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.HpkeKeyPair;
import org.epione.crypto.scheme.pre.PatientKeyPair;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.signature.BlsPublicKey;
import org.epione.crypto.signature.BlsSecretKey;
import org.epione.custody.boundary.KeyPurpose;

/**
 * A person's keys, open. Closing wipes them. Of several signing keys one is the current, as the row
 * says; the secrets themselves do not say which.
 */
public final class OpenPersonKeys implements AutoCloseable {

  /** Most signing keys at a time. */
  static final int MAX_SIGNING = 16;

  private static final String TAG = "epione.person-keys";

  /** Version of what holds one signing key, or none. */
  private static final int SINGLE = 1;

  private static final int SEVERAL = 2;
  private static final int SECRET = 32;

  private final List<BlsSecretKey> signing;
  private final Optional<ByteString> current;
  private final Optional<HpkeKeyPair> receiving;
  private final Optional<PatientKeyPair> medicalRecord;

  private OpenPersonKeys(
      List<BlsSecretKey> signing,
      Optional<ByteString> current,
      Optional<HpkeKeyPair> receiving,
      Optional<PatientKeyPair> medicalRecord) {
    this.signing = List.copyOf(signing);
    this.current = current;
    this.receiving = receiving;
    this.medicalRecord = medicalRecord;
  }

  static OpenPersonKeys generate(CryptoSuite crypto, Set<KeyPurpose> purposes) {
    List<BlsSecretKey> signing =
        purposes.contains(KeyPurpose.SIGNING) ? List.of(crypto.bls().generate()) : List.of();
    return new OpenPersonKeys(
        signing,
        signing.stream().findFirst().map(OpenPersonKeys::name),
        purposes.contains(KeyPurpose.RECEIVING)
            ? Optional.of(crypto.hpke().generate())
            : Optional.empty(),
        purposes.contains(KeyPurpose.RECORD)
            ? Optional.of(crypto.reEncryption().generate())
            : Optional.empty());
  }

  /**
   * The secrets, tag {@code epione.person-keys}. Version 1, with at most one signing key: three
   * optional values of 32 bytes, for signing, receiving, records. Version 2, with more: a list of 2
   * to 16 values of 32 bytes for signing, then the other two as in version 1.
   */
  SecretBytes encode() {
    CanonicalWriter out = CanonicalWriter.of(TAG, signing.size() > 1 ? SEVERAL : SINGLE);
    List<SecretBytes> secrets = signing.stream().map(BlsSecretKey::export).toList();
    if (secrets.size() > 1) {
      out.list(secrets, OpenPersonKeys::write);
    } else {
      out.optional(secrets.stream().findFirst(), OpenPersonKeys::write);
    }
    out.optional(receiving.map(pair -> pair.secretKey().export()), OpenPersonKeys::write);
    out.optional(medicalRecord.map(pair -> pair.secretKey().export()), OpenPersonKeys::write);
    return SecretBytes.take(out.toByteArray());
  }

  /**
   * Opens what {@link #encode} made.
   *
   * @param current the public key with which the person signs now; without it, or where its secret
   *     is not there, {@link #signing()} is empty
   * @throws MalformedEncodingException for anything else: a version that does not fit the number of
   *     signing keys, more than 16 of them, or one twice
   */
  static OpenPersonKeys decode(
      CryptoSuite crypto, SecretBytes encoded, Optional<ByteString> current) {
    byte[] bytes = encoded.reveal(SecretAccess.token());
    List<SecretBytes> read = new ArrayList<>();
    try {
      return decode(crypto, bytes, read, current);
    } finally {
      Arrays.fill(bytes, (byte) 0);
      read.forEach(SecretBytes::close);
    }
  }

  /** Whatever fails, what was read is in {@code read} for the caller to wipe. */
  private static OpenPersonKeys decode(
      CryptoSuite crypto, byte[] bytes, List<SecretBytes> read, Optional<ByteString> current) {
    int version = Header.of(bytes).version() == SEVERAL ? SEVERAL : SINGLE;
    CanonicalReader in = CanonicalReader.of(TAG, version, bytes);
    List<SecretBytes> signing =
        version == SEVERAL
            ? in.list(MAX_SIGNING, each -> read(each, read))
            : in.optional(each -> read(each, read)).stream().toList();
    Optional<SecretBytes> receiving = in.optional(each -> read(each, read));
    Optional<SecretBytes> medicalRecord = in.optional(each -> read(each, read));
    in.end();
    if (version == SEVERAL && signing.size() < 2) {
      throw new MalformedEncodingException(TAG + ": version 2 without several signing keys");
    }
    if (signing.stream().distinct().count() != signing.size()) {
      throw new MalformedEncodingException(TAG + ": a signing key twice");
    }
    return new OpenPersonKeys(
        signing.stream().map(crypto.bls()::restore).toList(),
        current,
        receiving.map(crypto.hpke()::restore),
        medicalRecord.map(crypto.reEncryption()::restore));
  }

  /** For signing now; absent in a session. */
  public Optional<BlsSecretKey> signing() {
    return current.flatMap(this::signing);
  }

  /** For signing with that key, the current one or one that is kept; absent in a session. */
  public Optional<BlsSecretKey> signing(BlsPublicKey key) {
    return signing(ByteString.of(key.encode()));
  }

  private Optional<BlsSecretKey> signing(ByteString name) {
    return signing.stream().filter(key -> name(key).equals(name)).findFirst();
  }

  /** For what is sealed to the person. */
  public Optional<HpkeKeyPair> receiving() {
    return receiving;
  }

  /** For a patient's own records. */
  public Optional<PatientKeyPair> medicalRecord() {
    return medicalRecord;
  }

  /** The public keys of all that sign, 96 bytes each. */
  Set<ByteString> signingNames() {
    return signing.stream().map(OpenPersonKeys::name).collect(Collectors.toUnmodifiableSet());
  }

  /** The same keys and one more that signs. */
  OpenPersonKeys withSigning(BlsSecretKey further) {
    return new OpenPersonKeys(
        Stream.concat(signing.stream(), Stream.of(further)).toList(),
        current,
        receiving,
        medicalRecord);
  }

  /** The same keys, but of those that sign only these; the others are wiped. */
  OpenPersonKeys withSigning(Set<ByteString> names) {
    return keeping(key -> names.contains(name(key)));
  }

  /** The keys for a session: all but those for acts of will. */
  OpenPersonKeys withoutSigning() {
    return keeping(key -> false);
  }

  private OpenPersonKeys keeping(Predicate<BlsSecretKey> kept) {
    signing.stream().filter(kept.negate()).forEach(BlsSecretKey::close);
    return new OpenPersonKeys(
        signing.stream().filter(kept).toList(), current, receiving, medicalRecord);
  }

  @Override
  public void close() {
    signing.forEach(BlsSecretKey::close);
    receiving.ifPresent(HpkeKeyPair::close);
    medicalRecord.ifPresent(PatientKeyPair::close);
  }

  @Override
  public String toString() {
    return "OpenPersonKeys";
  }

  private static ByteString name(BlsSecretKey key) {
    return ByteString.of(key.publicKey().encode());
  }

  /** Writes a secret and wipes it. */
  private static void write(CanonicalWriter out, SecretBytes secret) {
    byte[] raw = secret.reveal(SecretAccess.token());
    out.fixed(raw, SECRET);
    Arrays.fill(raw, (byte) 0);
    secret.close();
  }

  private static SecretBytes read(CanonicalReader in, List<SecretBytes> read) {
    SecretBytes secret = SecretBytes.take(in.fixed(SECRET));
    read.add(secret);
    return secret;
  }
}
