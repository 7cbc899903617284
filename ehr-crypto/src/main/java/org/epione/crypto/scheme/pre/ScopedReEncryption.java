package org.epione.crypto.scheme.pre;

import java.util.Arrays;
import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.hybrid.Dem;
import org.epione.crypto.hybrid.Hpke;
import org.epione.crypto.hybrid.HpkePublicKey;
import org.epione.crypto.hybrid.HpkeSecretKey;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.G2;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.pairing.PairingBatch;
import org.epione.crypto.pairing.PairingEquation;
import org.epione.crypto.pairing.PairingTerm;
import org.epione.crypto.pairing.SecretScalar;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.Digest;
import org.epione.crypto.transcript.DomainTag;

/**
 * Suite SCOPED: proxy re-encryption that is unidirectional, single-hop and limited to one record,
 * with a searchable symptom tag. It does the work of the schemes in Liu and BC-EMR without their
 * weakness, that the proxy and one doctor together hold the patient's private key for ever.
 *
 * <p>In the formulas e is the pairing, g and ĝ the generators, x the patient's secret, r random for
 * each record, EID the record, t the symptom tag, X the delegation secret of a grant; H_E, H_T, H_X
 * and H_V hash to G1 and H2 to 32 bytes.
 *
 * <p>What holds, as long as the bilinear Diffie-Hellman assumptions do and hashes are random
 * oracles: the proxy alone reads nothing; proxy and grantee together read the granted records and
 * no others; a grant for one doctor is of no use to another; a changed ciphertext is refused before
 * it is turned. What does not: whoever holds a trapdoor and can name the symptoms can tell which
 * one it is for; and a grantee who colludes with the proxy keeps the key of the granted record.
 *
 * <p>Cost: encryption 2 pairings, 3 exponentiations in G1, 1 in G2, 3 hashes; each decryption and
 * turning a product of 2 pairings, which is the check of validity, 1 pairing and 1 or 2 hashes, for
 * the patient also 1 exponentiation in G1; trapdoor 1 exponentiation and 1 hash, re-encryption key
 * 1 and 2; search 1 pairing for each record. Sizes: the classes of keys and ciphertexts.
 * Thread-safe.
 */
public final class ScopedReEncryption {

  private final BilinearGroup group;
  private final RandomSource random;
  private final Hpke hpke;
  private final Dem dem;
  private final ScopedHashes hashes;

  /**
   * Works in {@code group}; seals delegation secrets with {@code hpke} and payloads with {@code
   * dem}.
   */
  public ScopedReEncryption(BilinearGroup group, RandomSource random, Hpke hpke, Dem dem) {
    this.group = group;
    this.random = random;
    this.hpke = hpke;
    this.dem = dem;
    this.hashes = new ScopedHashes(group);
  }

  /** A new random key pair for a patient. */
  public PatientKeyPair generate() {
    return pair(SecretScalar.random(random));
  }

  /**
   * Reads back {@link PatientSecretKey#export}; keeps a copy.
   *
   * @throws MalformedEncodingException unless it is 32 bytes, below the group order and not zero
   */
  public PatientKeyPair restore(SecretBytes secret) {
    return pair(SecretScalar.restore(secret));
  }

  /** Reads a patient's public key, or throws {@link MalformedEncodingException}. */
  public PatientPublicKey decodePublicKey(byte[] encoded) {
    return new PatientPublicKey(group.decodeG2(encoded));
  }

  /** Reads a ciphertext, or throws {@link MalformedEncodingException}; validity is not checked. */
  public ScopedCiphertext decodeCiphertext(byte[] encoded) {
    return ScopedCiphertext.decode(group, encoded);
  }

  /** Reads a header, or throws {@link MalformedEncodingException}; validity is not checked. */
  public ScopedHeader decodeHeader(byte[] encoded) {
    return ScopedHeader.decode(group, encoded);
  }

  /** Reads a trapdoor, or throws {@link MalformedEncodingException}. */
  public Trapdoor decodeTrapdoor(byte[] encoded) {
    return new Trapdoor(group.decodeG1(encoded));
  }

  /** Reads a re-encryption key, or throws {@link MalformedEncodingException}. */
  public ReEncryptionKey decodeReEncryptionKey(byte[] encoded) {
    return new ReEncryptionKey(group.decodeG1(encoded));
  }

  /** Reads a re-encrypted record, or throws {@link MalformedEncodingException}. */
  public ReEncryptedRecord decodeReEncrypted(byte[] encoded) {
    return ReEncryptedRecord.decode(group, encoded);
  }

  /**
   * Encrypts a record to its patient: C1 = ĝ^r, C3 = H2(e(H_T(t)^r, PK)), C4 the payload under a
   * key from e(H_E(EID)^r, PK), C5 = H_V(EID, C1, C3, digest(C4))^r.
   *
   * @param record used for this record only
   * @param symptomTag what it can be searched by; canonically encoded by the caller
   */
  public ScopedCiphertext encrypt(
      PatientPublicKey to, RecordId record, byte[] symptomTag, byte[] plaintext) {
    if (plaintext.length > ScopedCiphertext.MAX_PAYLOAD - Dem.OVERHEAD) {
      throw new IllegalArgumentException("record too large");
    }
    try (SecretScalar r = SecretScalar.random(random)) {
      G2 c1 = r.raise(group.generatorG2());
      SearchTag c3 =
          ScopedHashes.match(group.pair(r.raise(hashes.symptom(symptomTag)), to.element()));
      Gt k = group.pair(r.raise(hashes.record(record)), to.element());
      ByteString c4;
      try (SecretBytes shared = k.toSecret()) {
        byte[] associatedData = hashes.associatedData(record, c1, c3);
        c4 = ByteString.of(dem.seal(shared, DomainTag.SCOPED_PAYLOAD, associatedData, plaintext));
      }
      Digest payload = Digest.of(c4.bytes());
      G1 c5 = r.raise(hashes.validity(record, c1, c3, payload));
      return new ScopedCiphertext(new ScopedHeader(record, c1, c3, payload, c5), c4);
    }
  }

  /** Whether nothing was changed since encryption; anyone can ask. */
  public boolean isValid(ScopedCiphertext ciphertext) {
    return isValid(ciphertext.header());
  }

  /** The same from the header alone: e(C5, ĝ) = e(H_V(...), C1). */
  public boolean isValid(ScopedHeader header) {
    return validity(header).holdsIn(group);
  }

  /**
   * What {@link #isValid(ScopedHeader)} checks, to be checked together with others in a {@link
   * PairingBatch}.
   */
  public PairingEquation validity(ScopedHeader header) {
    G1 hashed = hashes.validity(header.record(), header.c1(), header.c3(), header.payloadDigest());
    return new PairingEquation(
        List.of(
            new PairingTerm(header.c5().inverse(), group.generatorG2()),
            new PairingTerm(hashed, header.c1())));
  }

  /**
   * The patient decrypts: K = e(H_E(EID)^x, C1).
   *
   * @throws DecryptionFailedException if it is another patient's, or changed
   */
  public byte[] decrypt(PatientSecretKey key, ScopedCiphertext ciphertext) {
    requireValid(ciphertext);
    ScopedHeader header = ciphertext.header();
    return open(group.pair(key.raise(hashes.record(header.record())), header.c1()), ciphertext);
  }

  /** What finds the patient's records with one symptom: T = H_T(t)^x. */
  public Trapdoor trapdoor(PatientSecretKey key, byte[] symptomTag) {
    return new Trapdoor(key.raise(hashes.symptom(symptomTag)));
  }

  /** Whether the record has the trapdoor's symptom: C3 = H2(e(T, C1)). */
  public boolean matches(Trapdoor trapdoor, ScopedHeader header) {
    return ScopedHashes.match(group.pair(trapdoor.element(), header.c1())).equals(header.c3());
  }

  /** A new secret X for one grant. */
  public DelegationSecret newDelegation() {
    return new DelegationSecret(SecretBytes.of(random.bytes(DelegationSecret.LENGTH)));
  }

  /** The patient lets one record be turned: R1 = H_E(EID)^x H_X(X, EID)^-1. */
  public ReEncryptionKey reKey(PatientSecretKey key, RecordId record, DelegationSecret x) {
    return new ReEncryptionKey(
        key.raise(hashes.record(record)).multiply(hashes.delegation(x, record).inverse()));
  }

  /** Seals X to the grantee for exactly one grant (R2). */
  public byte[] sealDelegation(DelegationSecret x, HpkePublicKey grantee, byte[] grantDigest) {
    byte[] secret = x.secret().reveal(SecretAccess.token());
    try {
      return hpke.seal(grantee, sealInfo(grantDigest), new byte[0], secret);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  /**
   * The proxy turns a record: Y = e(R1, C1).
   *
   * @throws DecryptionFailedException if the ciphertext is not valid
   */
  public ReEncryptedRecord reEncrypt(
      ReEncryptionKey reKey, byte[] sealedDelegation, ScopedCiphertext ciphertext) {
    requireValid(ciphertext);
    Gt y = group.pair(reKey.element(), ciphertext.header().c1());
    return new ReEncryptedRecord(ciphertext, y, ByteString.of(sealedDelegation));
  }

  /**
   * The grantee decrypts: K = Y e(H_X(X, EID), C1).
   *
   * @param grantDigest digest of the grant that the grantee knows and checked
   * @param record the record that was asked for
   * @throws DecryptionFailedException if it is another record, for another doctor or under another
   *     grant, or changed
   */
  public byte[] decrypt(
      HpkeSecretKey grantee, byte[] grantDigest, RecordId record, ReEncryptedRecord turned) {
    ScopedCiphertext ciphertext = turned.ciphertext();
    if (!ciphertext.record().equals(record)) {
      throw new DecryptionFailedException();
    }
    requireValid(ciphertext);
    byte[] secret =
        hpke.open(grantee, sealInfo(grantDigest), new byte[0], turned.sealedDelegation());
    try {
      if (secret.length != DelegationSecret.LENGTH) {
        throw new DecryptionFailedException();
      }
      try (DelegationSecret x = new DelegationSecret(SecretBytes.of(secret))) {
        Gt unblind = group.pair(hashes.delegation(x, record), ciphertext.header().c1());
        return open(turned.y().multiply(unblind), ciphertext);
      }
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  private PatientKeyPair pair(SecretScalar x) {
    PatientSecretKey secretKey = new PatientSecretKey(group, x);
    return new PatientKeyPair(secretKey, secretKey.publicKey());
  }

  private void requireValid(ScopedCiphertext ciphertext) {
    if (!isValid(ciphertext)) {
      throw new DecryptionFailedException();
    }
  }

  private byte[] open(Gt k, ScopedCiphertext ciphertext) {
    ScopedHeader header = ciphertext.header();
    byte[] associatedData = hashes.associatedData(header.record(), header.c1(), header.c3());
    try (SecretBytes shared = k.toSecret()) {
      return dem.open(
          shared, DomainTag.SCOPED_PAYLOAD, associatedData, ciphertext.payload().bytes());
    }
  }

  private static byte[] sealInfo(byte[] grantDigest) {
    return CanonicalWriter.of("epione.scoped.seal", 1)
        .text(DomainTag.SCOPED_SEAL.text())
        .fixed(grantDigest, Digest.LENGTH)
        .toByteArray();
  }
}
