package org.epione.crypto.scheme.combined;

import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.hybrid.FujisakiOkamoto;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.random.RandomSource;

/**
 * The identity-based encryption of C-AB/IB-ES: to a pseudo-identity PID, or to one record (PID,
 * EID) of it (the paper's two levels). The encryptor needs the public parameters and the name
 * alone, no key of the recipient. Secure against chosen ciphertexts in the random oracle model
 * ({@link FujisakiOkamoto}) under the decisional bilinear Diffie-Hellman assumption for asymmetric
 * pairings (the paper's argument reduces to Waters' CP-ABE; one row per level).
 *
 * <p>What it does not give: a ciphertext names its recipient, the authority can open all of them,
 * and the holder of an identity key those to all of its records.
 *
 * <p>Cost: encryption to an identity 2 exponentiations in G1 and G2 each, 1 in GT, 1 hash (to a
 * record 3, 2, 1 and 2); decryption one product of 3 pairings and 1 exponentiation each in G2 and
 * GT, of a record a product of 3 pairings (4 with its key) and one encryption. Sizes: {@link
 * IdentityCiphertext}, {@link RecordCiphertext}. Thread-safe.
 */
public final class IdentityBasedEncryption {

  private final PublicParameters parameters;
  private final FujisakiOkamoto transformation;

  /** Encrypts under {@code parameters}. */
  public IdentityBasedEncryption(PublicParameters parameters, RandomSource random) {
    this.parameters = parameters;
    this.transformation = new FujisakiOkamoto(random);
  }

  /** Reads a ciphertext to an identity, or throws {@link MalformedEncodingException}. */
  public IdentityCiphertext decodeCiphertext(byte[] encoded) {
    return IdentityCiphertext.decode(parameters.group(), encoded);
  }

  /** Reads a ciphertext to a record, or throws {@link MalformedEncodingException}. */
  public RecordCiphertext decodeRecord(byte[] encoded) {
    return RecordCiphertext.decode(parameters.group(), encoded);
  }

  /**
   * Encrypts to whoever has, or will be issued, the key of {@code to}.
   *
   * @param associatedData what the ciphertext belongs to; needed again to decrypt
   */
  public IdentityCiphertext encrypt(Pseudonym to, byte[] associatedData, byte[] plaintext) {
    Payloads.requireFits(plaintext);
    IdentityKem kem = new IdentityKem(parameters, to);
    return new IdentityCiphertext(
        to, transformation.seal(kem, kem.recipient(), associatedData, plaintext));
  }

  /** Encrypts to one record of {@code to}. */
  public RecordCiphertext encrypt(
      Pseudonym to, RecordId record, byte[] associatedData, byte[] plaintext) {
    Payloads.requireFits(plaintext);
    RecordKem kem = new RecordKem(parameters, to, record);
    return new RecordCiphertext(
        to, record, transformation.seal(kem, kem.recipient(), associatedData, plaintext));
  }

  /**
   * Decrypts what is encrypted to the key's identity.
   *
   * @throws DecryptionFailedException if it is for another, or anything was changed
   */
  public byte[] decrypt(IdentityKey key, byte[] associatedData, IdentityCiphertext ciphertext) {
    require(key.identity().equals(ciphertext.recipient()));
    IdentityKem kem = new IdentityKem(parameters, ciphertext.recipient());
    return transformation.open(
        kem.decapsulate(key, ciphertext.sealed().header()),
        kem,
        kem.recipient(),
        associatedData,
        ciphertext.sealed());
  }

  /**
   * Decrypts any record of the key's identity.
   *
   * @throws DecryptionFailedException if it is another identity's, or anything was changed
   */
  public byte[] decrypt(IdentityKey key, byte[] associatedData, RecordCiphertext ciphertext) {
    require(key.identity().equals(ciphertext.recipient()));
    RecordKem kem = kem(ciphertext);
    return open(
        kem, kem.decapsulate(key, ciphertext.sealed().header()), associatedData, ciphertext);
  }

  /**
   * Decrypts the one record that the key is for.
   *
   * @throws DecryptionFailedException if it is another one, or anything was changed
   */
  public byte[] decrypt(RecordKey key, byte[] associatedData, RecordCiphertext ciphertext) {
    require(
        key.identity().equals(ciphertext.recipient()) && key.record().equals(ciphertext.record()));
    RecordKem kem = kem(ciphertext);
    return open(
        kem,
        kem.decapsulate(key.elements(), ciphertext.sealed().header()),
        associatedData,
        ciphertext);
  }

  private RecordKem kem(RecordCiphertext ciphertext) {
    return new RecordKem(parameters, ciphertext.recipient(), ciphertext.record());
  }

  private byte[] open(RecordKem kem, Gt key, byte[] associatedData, RecordCiphertext ciphertext) {
    return transformation.open(key, kem, kem.recipient(), associatedData, ciphertext.sealed());
  }

  private static void require(boolean keyFits) {
    if (!keyFits) {
      throw new DecryptionFailedException();
    }
  }
}
