package org.epione.crypto.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.Header;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.PairingBatch;
import org.epione.crypto.pairing.PairingEquation;
import org.epione.crypto.pairing.PairingTerm;
import org.epione.crypto.pairing.SecretScalar;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.DomainTag;
import org.epione.crypto.transcript.Hkdf;

/**
 * BLS signatures (draft-irtf-cfrg-bls-signature, proof-of-possession scheme, ciphersuite {@code
 * BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_POP_}): signatures of 48 bytes in G1, keys of 96 bytes in
 * G2. Unforgeable under chosen messages as long as co-CDH is hard, hash to G1 being a random
 * oracle. Deterministic: the same key and message always give the same signature.
 *
 * <p>What is signed must be a canonical encoding: its tag says what kind of thing it is, so that a
 * signature on one thing is never one on another. Other bytes are refused.
 *
 * <p>What it does not give: aggregates mean nothing for keys without a checked proof of possession;
 * nothing tells when a signature was made; and none of it holds against a quantum computer. Cost:
 * signing 1 exponentiation in G1 and 1 hash, verifying 1 hash and one product of 2 pairings, an
 * aggregate of n n hashes and n + 1 pairings. Thread-safe.
 */
public final class Bls {

  private final BilinearGroup group;
  private final RandomSource random;

  /** Works in {@code group} with keys from {@code random}. */
  public Bls(BilinearGroup group, RandomSource random) {
    this.group = group;
    this.random = random;
  }

  /** A new random key. */
  public BlsSecretKey generate() {
    return new BlsSecretKey(group, SecretScalar.random(random));
  }

  /**
   * Reads back {@link BlsSecretKey#export}; keeps a copy.
   *
   * @throws MalformedEncodingException unless it is 32 bytes, below the group order and not zero
   */
  public BlsSecretKey restore(SecretBytes secret) {
    return new BlsSecretKey(group, SecretScalar.restore(secret));
  }

  /**
   * The key of {@code master} for one context, as for one episode of a patient: always the same,
   * and without the master not linkable to it or to those of other contexts, whose secrecy it does
   * not endanger.
   */
  public BlsSecretKey derive(BlsSecretKey master, byte[] context) {
    byte[] info = CanonicalWriter.of("epione.bls-derived-key", 1).bytes(context).toByteArray();
    try (SecretBytes secret = master.export();
        SecretBytes wide = Hkdf.derive(secret, DomainTag.BLS_DERIVED_KEY, info, 48)) {
      return new BlsSecretKey(group, SecretScalar.reduce(wide));
    }
  }

  /**
   * Reads a verification key.
   *
   * @throws MalformedEncodingException if it is not one
   */
  public BlsPublicKey decodePublicKey(byte[] encoded) {
    return new BlsPublicKey(group.decodeG2(encoded));
  }

  /**
   * Reads a signature.
   *
   * @throws MalformedEncodingException if it is not one
   */
  public BlsSignature decodeSignature(byte[] encoded) {
    return new BlsSignature(group.decodeG1(encoded));
  }

  /**
   * Reads a proof of possession.
   *
   * @throws MalformedEncodingException if it is not one
   */
  public ProofOfPossession decodePossession(byte[] encoded) {
    return new ProofOfPossession(group.decodeG1(encoded));
  }

  /**
   * Signs.
   *
   * @param message a canonical encoding
   * @throws IllegalArgumentException if it has no canonical header
   */
  public BlsSignature sign(BlsSecretKey key, byte[] message) {
    Header.requireIn(message);
    return new BlsSignature(key.raise(hash(message)));
  }

  /** Whether {@code signature} is that of the key's holder on exactly this message. */
  public boolean verify(BlsPublicKey key, byte[] message, BlsSignature signature) {
    return equation(key, message, signature).holdsIn(group);
  }

  /** What {@link #verify} checks, to be checked together with others in a {@link PairingBatch}. */
  public PairingEquation equation(BlsPublicKey key, byte[] message, BlsSignature signature) {
    return equation(List.of(key), List.of(message), signature);
  }

  /** Signs as {@link #sign} and adds the result to an aggregate of signatures on other messages. */
  public BlsSignature addTo(BlsSignature aggregate, BlsSecretKey key, byte[] message) {
    return new BlsSignature(aggregate.element().multiply(sign(key, message).element()));
  }

  /**
   * Whether {@code aggregate} holds the signature of each key on the message of the same index, and
   * nothing else: as many Miller loops as messages and one more, one final exponentiation.
   *
   * @throws IllegalArgumentException if the lists are empty or differ in length
   */
  public boolean verifyAggregate(
      List<PossessedKey> keys, List<byte[]> messages, BlsSignature aggregate) {
    return aggregateEquation(keys, messages, aggregate).holdsIn(group);
  }

  /**
   * What {@link #verifyAggregate} checks, to be checked together with others in a {@link
   * PairingBatch}.
   *
   * @throws IllegalArgumentException if the lists are empty or differ in length
   */
  public PairingEquation aggregateEquation(
      List<PossessedKey> keys, List<byte[]> messages, BlsSignature aggregate) {
    if (keys.isEmpty() || keys.size() != messages.size()) {
      throw new IllegalArgumentException("one message for each key");
    }
    return equation(keys.stream().map(PossessedKey::key).toList(), messages, aggregate);
  }

  /** Shows knowledge of the secret of a key to whoever is to accept that key. */
  public ProofOfPossession provePossession(BlsSecretKey key) {
    return new ProofOfPossession(key.raise(hashKey(key.publicKey())));
  }

  /** Whether {@code proof} shows knowledge of the secret of {@code key}. */
  public boolean verifyPossession(BlsPublicKey key, ProofOfPossession proof) {
    return possessionEquation(key, proof).holdsIn(group);
  }

  /**
   * What {@link #verifyPossession} checks, to be checked together with others in a {@link
   * PairingBatch}.
   */
  public PairingEquation possessionEquation(BlsPublicKey key, ProofOfPossession proof) {
    return new PairingEquation(
        List.of(
            new PairingTerm(proof.element().inverse(), group.generatorG2()),
            new PairingTerm(hashKey(key), key.element())));
  }

  /** The key, fit for aggregates, if {@code proof} shows knowledge of its secret. */
  public Optional<PossessedKey> possessed(BlsPublicKey key, ProofOfPossession proof) {
    return verifyPossession(key, proof) ? Optional.of(new PossessedKey(key)) : Optional.empty();
  }

  /** e(signature, ĝ)^-1 multiplied by e(H1(message), key) of each. */
  private PairingEquation equation(
      List<BlsPublicKey> keys, List<byte[]> messages, BlsSignature signature) {
    List<PairingTerm> terms = new ArrayList<>();
    terms.add(new PairingTerm(signature.element().inverse(), group.generatorG2()));
    for (int i = 0; i < keys.size(); i++) {
      Header.requireIn(messages.get(i));
      terms.add(new PairingTerm(hash(messages.get(i)), keys.get(i).element()));
    }
    return new PairingEquation(terms);
  }

  private G1 hash(byte[] message) {
    return group.hashToG1(DomainTag.BLS_SIGNATURE, message);
  }

  private G1 hashKey(BlsPublicKey key) {
    return group.hashToG1(DomainTag.BLS_POSSESSION, key.encode());
  }
}
