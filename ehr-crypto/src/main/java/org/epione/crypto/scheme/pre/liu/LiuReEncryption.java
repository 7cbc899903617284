package org.epione.crypto.scheme.pre.liu;

import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.hybrid.Dem;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.G2;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.pairing.PairingBatch;
import org.epione.crypto.pairing.PairingEquation;
import org.epione.crypto.pairing.PairingTerm;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.pairing.SecretScalar;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.scheme.pre.ScopedCiphertext;
import org.epione.crypto.scheme.pre.SearchTag;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.Digest;
import org.epione.crypto.transcript.DomainTag;

/**
 * Suite LIU: the proxy re-encryption of Liu, section III E, with a searchable symptom tag, for
 * comparison with SCOPED. Never the default.
 *
 * <p>In the formulas e is the pairing, g and ĝ the generators, x_j the patient's and x_s the
 * doctor's secret, r random for each record, t the symptom tag hashed to an exponent; {@link
 * LiuParameters} are g1, g2 in G2 and u, v, d in G1. Beyond the paper: an asymmetric pairing, the
 * payload under an AEAD with a committed key in place of the paper's one-time pad, the record's
 * identity in what is authenticated, and keys that never leave their holder ({@link LiuReKeying}).
 *
 * <p>What holds, hashes being random oracles and e(g, ĝ)^r being hard to tell from random given the
 * rest: whoever has neither key reads nothing, the proxy alone included. What does not:
 *
 * <ul>
 *   <li>One re-encryption key turns all of the patient's records, past and future.
 *   <li>It is bidirectional, and turned records can be turned again by another.
 *   <li>Proxy and doctor together compute the patient's private key, x_j = x_s / rk; proxy and
 *       patient the doctor's.
 *   <li>A trapdoor whose symptom is guessed becomes the trapdoor of every symptom.
 *   <li>Validity covers the product of C2 and C5 only: both changed by inverse factors still pass,
 *       and fail when decrypted.
 * </ul>
 *
 * Thread-safe.
 */
public final class LiuReEncryption {

  private final BilinearGroup group;
  private final RandomSource random;
  private final Dem dem;
  private final LiuParameters parameters;

  /** Works in {@code group}; seals payloads with {@code dem}. */
  public LiuReEncryption(BilinearGroup group, RandomSource random, Dem dem) {
    this.group = group;
    this.random = random;
    this.dem = dem;
    this.parameters = LiuParameters.in(group);
  }

  /** A new random key pair, for a patient or a doctor. */
  public LiuKeyPair generate() {
    return pair(new LiuSecretKey(group, SecretScalar.random(random)));
  }

  /** Reads back {@link LiuSecretKey#export}, or throws {@link MalformedEncodingException}. */
  public LiuKeyPair restore(SecretBytes exported) {
    return pair(LiuSecretKey.restore(group, exported));
  }

  /** Reads a public key, or throws {@link MalformedEncodingException}. */
  public LiuPublicKey decodePublicKey(byte[] encoded) {
    return LiuPublicKey.decode(group, encoded);
  }

  /** Reads a ciphertext, or throws {@link MalformedEncodingException}; validity is not checked. */
  public LiuCiphertext decodeCiphertext(byte[] encoded) {
    return LiuCiphertext.decode(group, encoded);
  }

  /** Reads a trapdoor, or throws {@link MalformedEncodingException}. */
  public LiuTrapdoor decodeTrapdoor(byte[] encoded) {
    return LiuTrapdoor.decode(group, encoded);
  }

  /** Reads back {@link LiuReEncryptionKey#export}, or throws {@link MalformedEncodingException}. */
  public LiuReEncryptionKey restoreReEncryptionKey(SecretBytes exported) {
    return LiuReEncryptionKey.restore(group, exported);
  }

  /**
   * Encrypts a record: C1 = g1^r, C2 = PK^r, C3 = H2(e(g^r, g2)^t), C4 the payload under a key from
   * e(g^r, ĝ), C5 = (u^h v d)^r with h = H3(EID, C1, C3, digest(C4)). Cost: two pairings, five
   * exponentiations in G1, one in G2.
   *
   * @param symptomTag what it can be searched by; canonically encoded by the caller
   */
  public LiuCiphertext encrypt(
      LiuPublicKey to, RecordId record, byte[] symptomTag, byte[] plaintext) {
    if (plaintext.length > ScopedCiphertext.MAX_PAYLOAD - Dem.OVERHEAD) {
      throw new IllegalArgumentException("record too large");
    }
    try (SecretScalar r = SecretScalar.random(random)) {
      G1 gr = r.raise(group.generatorG1());
      G2 c1 = r.raise(parameters.g1());
      G1 c2 = r.raise(to.element());
      SearchTag c3 = match(group.pair(gr.power(symptom(symptomTag)), parameters.g2()));
      ByteString c4 = seal(group.pair(gr, group.generatorG2()), record, c1, c3, plaintext);
      G1 c5 = r.raise(validityBase(record, c1, c3, c4));
      return new LiuCiphertext(record, c1, c2, c3, c4, c5);
    }
  }

  /** Whether the ciphertext is one to {@code to}; anyone can ask. One product of two pairings. */
  public boolean isValid(LiuPublicKey to, LiuCiphertext ciphertext) {
    return validity(to, ciphertext).holdsIn(group);
  }

  /**
   * What {@link #isValid} checks, e(PK u^h v d, C1) = e(C2 C5, g1), to be checked together with
   * others in a {@link PairingBatch}.
   */
  public PairingEquation validity(LiuPublicKey to, LiuCiphertext ciphertext) {
    G1 base = validityBase(ciphertext.record(), ciphertext.c1(), ciphertext.c3(), ciphertext.c4());
    G1 product = ciphertext.c2().multiply(ciphertext.c5());
    return new PairingEquation(
        List.of(
            new PairingTerm(product.inverse(), parameters.g1()),
            new PairingTerm(to.element().multiply(base), ciphertext.c1())));
  }

  /**
   * Decrypts, as the patient or, after re-encryption, the doctor: K = e(C2^(1/x), ĝ).
   *
   * @throws DecryptionFailedException if it is for another key, or changed
   */
  public byte[] decrypt(LiuSecretKey key, LiuCiphertext ciphertext) {
    requireValid(key.publicKey(), ciphertext);
    Gt k = group.pair(key.inverse().raise(ciphertext.c2()), group.generatorG2());
    try (SecretBytes shared = k.toSecret()) {
      return dem.open(
          shared,
          DomainTag.LIU_PAYLOAD,
          associatedData(ciphertext.record(), ciphertext.c1(), ciphertext.c3()),
          ciphertext.c4().bytes());
    }
  }

  /** What finds the key holder's records with one symptom: T = g2^(t/x). */
  public LiuTrapdoor trapdoor(LiuSecretKey key, byte[] symptomTag) {
    return new LiuTrapdoor(key.inverse().raise(parameters.g2().power(symptom(symptomTag))));
  }

  /** Whether the record has the trapdoor's symptom: C3 = H2(e(C2, T)). */
  public boolean matches(LiuTrapdoor trapdoor, LiuCiphertext ciphertext) {
    return match(group.pair(ciphertext.c2(), trapdoor.element())).equals(ciphertext.c3());
  }

  /**
   * The proxy turns a record: C2' = C2^rk, all else unchanged.
   *
   * @throws DecryptionFailedException if it is not a valid ciphertext to the patient
   */
  public LiuCiphertext reEncrypt(LiuReEncryptionKey reKey, LiuCiphertext ciphertext) {
    requireValid(reKey.from(), ciphertext);
    return new LiuCiphertext(
        ciphertext.record(),
        ciphertext.c1(),
        reKey.rk().raise(ciphertext.c2()),
        ciphertext.c3(),
        ciphertext.c4(),
        ciphertext.c5());
  }

  private static LiuKeyPair pair(LiuSecretKey secretKey) {
    return new LiuKeyPair(secretKey, secretKey.publicKey());
  }

  private void requireValid(LiuPublicKey to, LiuCiphertext ciphertext) {
    if (!isValid(to, ciphertext)) {
      throw new DecryptionFailedException();
    }
  }

  private ByteString seal(Gt k, RecordId record, G2 c1, SearchTag c3, byte[] plaintext) {
    try (SecretBytes shared = k.toSecret()) {
      byte[] associatedData = associatedData(record, c1, c3);
      return ByteString.of(dem.seal(shared, DomainTag.LIU_PAYLOAD, associatedData, plaintext));
    }
  }

  /** u^h v d. */
  private G1 validityBase(RecordId record, G2 c1, SearchTag c3, ByteString c4) {
    byte[] message =
        CanonicalWriter.of("epione.liu.validity", 1)
            .bytes(associatedData(record, c1, c3))
            .fixed(Digest.of(c4.bytes()).bytes(), Digest.LENGTH)
            .toByteArray();
    Scalar h = Scalar.hash(DomainTag.LIU_VALIDITY, message);
    return parameters.u().power(h).multiply(parameters.vd());
  }

  /** All that is sent beside the payload and stays the same when the record is turned. */
  private static byte[] associatedData(RecordId record, G2 c1, SearchTag c3) {
    return CanonicalWriter.of("epione.liu.payload", 1)
        .fixed(record.bytes(), RecordId.LENGTH)
        .fixed(c1.encode(), G2.LENGTH)
        .fixed(c3.bytes(), SearchTag.LENGTH)
        .toByteArray();
  }

  private static SearchTag match(Gt value) {
    return SearchTag.of(value, DomainTag.LIU_MATCH);
  }

  private static Scalar symptom(byte[] symptomTag) {
    return Scalar.hash(DomainTag.LIU_SYMPTOM, symptomTag);
  }
}
