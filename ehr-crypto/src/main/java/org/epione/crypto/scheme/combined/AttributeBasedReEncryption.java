package org.epione.crypto.scheme.combined;

import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.hybrid.FujisakiOkamoto;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.pairing.SecretScalar;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.transcript.DomainTag;

/**
 * Attribute-based proxy re-encryption after BCES: a record encrypted to (PID, EID) is turned, on
 * the patient's word, so that whoever satisfies a policy can read it. Unidirectional, single hop,
 * one record. Q is hashed to the curve from a fixed string.
 *
 * <p>The patient blinds the record's key, K0~ = K0' Q^theta, and encrypts theta to the policy. The
 * proxy computes X = Z^s e(Q, C1)^theta; the consumer finds theta and Z^s = X e(Q^-theta, C1), and
 * checks the original ciphertext as the patient would ({@link FujisakiOkamoto}).
 *
 * <p>The paper makes the re-encryption key from the patient's own attribute key, so that cloud and
 * one consumer together recover a key to all of the patient's records. Here they get together the
 * key of the one record that was granted, and neither the identity key nor another record's.
 *
 * <p>Secure under the assumptions of {@link IdentityBasedEncryption} and {@link
 * AttributeBasedEncryption}: without theta, K0~ is uniform whatever K0' is, so the re-encryption
 * key alone is worth no more than the encryption of theta. What it does not give: the proxy cannot
 * tell whether a ciphertext or a re-encryption key is sound, the consumer finds out; who encrypted
 * the record is not shown (anyone can encrypt to it), so compare its digest with what was signed;
 * the proxy that keeps a key can go on turning, so the end of the terms is for the proxy to
 * observe.
 *
 * <p>Cost: re-encryption key 4 exponentiations in G1, 2 in G2, 2 hashes, and one encryption to the
 * policy; turning one product of 4 pairings; reading one decryption of {@link
 * AttributeBasedEncryption}, one pairing, and one encryption to the record. Thread-safe.
 */
public final class AttributeBasedReEncryption {

  private final PublicParameters parameters;
  private final RandomSource random;
  private final FujisakiOkamoto transformation;
  private final AttributeBasedEncryption abe;
  private final G1 q;

  /** Under {@code parameters}. */
  public AttributeBasedReEncryption(PublicParameters parameters, RandomSource random) {
    this.parameters = parameters;
    this.random = random;
    this.transformation = new FujisakiOkamoto(random);
    this.abe = new AttributeBasedEncryption(parameters, random);
    this.q = parameters.group().hashToG1(DomainTag.ABPRE_BASE, new byte[0]).prepared();
  }

  /** Reads a re-encryption key, or throws {@link MalformedEncodingException}. */
  public RecordReEncryptionKey decodeReEncryptionKey(byte[] encoded) {
    return RecordReEncryptionKey.decode(parameters.group(), encoded);
  }

  /** Reads a turned record, or throws {@link MalformedEncodingException}. */
  public TurnedRecord decodeTurned(byte[] encoded) {
    return TurnedRecord.decode(parameters.group(), encoded);
  }

  /**
   * The patient lets one record be turned towards the policy of the terms.
   *
   * @param key of the record; rerandomised, so that the result cannot be linked with it
   * @throws IllegalArgumentException if the terms are about another record
   */
  public RecordReEncryptionKey reKey(RecordKey key, ReEncryptionTerms terms) {
    if (!isAbout(terms, key.identity(), key.record())) {
      throw new IllegalArgumentException("terms of another record");
    }
    SecondLevel fresh =
        key.elements()
            .rerandomise(
                parameters, parameters.hash(key.identity()), parameters.hash(key.record()), random);
    try (SecretScalar theta = SecretScalar.random(random)) {
      SecondLevel blinded =
          new SecondLevel(fresh.k0().multiply(theta.raise(q)), fresh.k1(), fresh.k2(), fresh.k3());
      return new RecordReEncryptionKey(terms, blinded, BlindingFactor.encrypt(abe, terms, theta));
    }
  }

  /**
   * The proxy turns a record. Whether the terms hold now is for the caller to ask {@link
   * ReEncryptionTerms#isValidAt}.
   *
   * @throws DecryptionFailedException if the key is for another record
   */
  public TurnedRecord reEncrypt(RecordReEncryptionKey reKey, RecordCiphertext ciphertext) {
    require(isAbout(reKey.terms(), ciphertext.recipient(), ciphertext.record()));
    Gt x = kem(ciphertext).decapsulate(reKey.blinded(), ciphertext.sealed().header());
    return new TurnedRecord(reKey.terms(), ciphertext, x, reKey.theta());
  }

  /**
   * The consumer decrypts.
   *
   * @param terms that the consumer knows and checked
   * @param associatedData with which the record was encrypted
   * @throws DecryptionFailedException if the key does not satisfy the policy, the terms are others,
   *     it is another record, or anything was changed
   */
  public byte[] decrypt(
      AttributeKey key, ReEncryptionTerms terms, byte[] associatedData, TurnedRecord turned) {
    RecordCiphertext ciphertext = turned.ciphertext();
    require(
        turned.terms().equals(terms)
            && isAbout(terms, ciphertext.recipient(), ciphertext.record()));
    RecordKem kem = kem(ciphertext);
    Gt unblinding;
    try (SecretScalar theta = BlindingFactor.decrypt(abe, key, terms, turned.theta())) {
      unblinding =
          parameters.group().pair(theta.raise(q).inverse(), ciphertext.sealed().header().c1());
    }
    return transformation.open(
        turned.x().multiply(unblinding), kem, kem.recipient(), associatedData, ciphertext.sealed());
  }

  private RecordKem kem(RecordCiphertext ciphertext) {
    return new RecordKem(parameters, ciphertext.recipient(), ciphertext.record());
  }

  private static boolean isAbout(ReEncryptionTerms terms, Pseudonym patient, RecordId record) {
    return terms.patient().equals(patient) && terms.record().equals(record);
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new DecryptionFailedException();
    }
  }
}
