package org.epione.crypto;

import java.util.Optional;
import org.epione.crypto.hybrid.Aead;
import org.epione.crypto.hybrid.Dem;
import org.epione.crypto.hybrid.Hpke;
import org.epione.crypto.hybrid.Mac;
import org.epione.crypto.hybrid.StreamingAead;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.PairingBatch;
import org.epione.crypto.password.PasswordHash;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.scheme.abs.AttributeBasedSignatures;
import org.epione.crypto.scheme.combined.AttributeBasedEncryption;
import org.epione.crypto.scheme.combined.AttributeBasedReEncryption;
import org.epione.crypto.scheme.combined.HolderKeys;
import org.epione.crypto.scheme.combined.IdentityBasedEncryption;
import org.epione.crypto.scheme.combined.IdentityBasedSignatures;
import org.epione.crypto.scheme.combined.KeyAuthority;
import org.epione.crypto.scheme.combined.PublicParameters;
import org.epione.crypto.scheme.multisig.SequentialMultisignature;
import org.epione.crypto.scheme.pake.DecoyVerifiers;
import org.epione.crypto.scheme.pake.Spake2Plus;
import org.epione.crypto.scheme.pake.SymptomMatching;
import org.epione.crypto.scheme.pre.Grants;
import org.epione.crypto.scheme.pre.ScopedReEncryption;
import org.epione.crypto.scheme.pre.liu.LiuReEncryption;
import org.epione.crypto.scheme.pre.liu.LiuReKeying;
import org.epione.crypto.scheme.warrant.Warrants;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.secretsharing.SecretSharing;
import org.epione.crypto.signature.Bls;
import org.epione.crypto.signature.Ed25519;

/**
 * All of Epione's cryptography, on one pairing backend and one source of randomness. Made once and
 * shared, thread-safe. It remembers servers' public keys that were found valid last ({@link
 * Ed25519}) and keeps wiped memory to work in ({@link PasswordHash}); nothing else changes in it,
 * and no result depends on that.
 */
public final class CryptoSuite {

  static {
    BouncyCastleStart.letGoOfThread();
  }

  private final PairingBackend backend;
  private final RandomSource random;
  private final Bls bls;
  private final Ed25519 ed25519;
  private final Hpke hpke;
  private final Aead aead;
  private final PasswordHash passwordHash;

  private CryptoSuite(RandomSource random, PairingBackend backend) {
    this.backend = backend;
    this.random = random;
    this.bls = new Bls(backend.group(), random);
    this.ed25519 = new Ed25519(random);
    this.hpke = new Hpke(random);
    this.aead = new Aead(random);
    this.passwordHash = new PasswordHash(random);
  }

  /**
   * Takes blst, or Bouncy Castle where blst does not load or fails its self-test, or where the
   * system property {@code epione.pairing} is {@code bouncycastle}.
   *
   * @throws IllegalStateException if no backend passes the self-test, or the one that the property
   *     names does not, or it names none
   */
  public static CryptoSuite create(RandomSource random) {
    return new CryptoSuite(random, PairingBackend.choose(System.getProperty("epione.pairing", "")));
  }

  /** Takes the given backend, which the caller tested. */
  public static CryptoSuite create(RandomSource random, BilinearGroup group) {
    return new CryptoSuite(random, new PairingBackend(group, Optional.empty()));
  }

  /** Name of the pairing backend in use: {@code blst} or {@code bouncycastle}. */
  public String pairingBackend() {
    return backend.group().name();
  }

  /** Why it is not the fast one, for the log and the health page. */
  public Optional<String> pairingBackendNotice() {
    return backend.notice();
  }

  /** The source of randomness. */
  public RandomSource random() {
    return random;
  }

  /** People's signatures. */
  public Bls bls() {
    return bls;
  }

  /** Servers' signatures. */
  public Ed25519 ed25519() {
    return ed25519;
  }

  /** The doctor team's signature chain. */
  public SequentialMultisignature multisignature() {
    return new SequentialMultisignature(bls);
  }

  /** Many checks of signatures and ciphertexts at once. */
  public PairingBatch batch() {
    return new PairingBatch(backend.group(), random);
  }

  /** Signatures of "somebody whose attributes satisfy this policy". */
  public AttributeBasedSignatures attributeBasedSignatures() {
    return new AttributeBasedSignatures(backend.group(), random);
  }

  /** Patients' warrants for doctors. */
  public Warrants warrants() {
    return new Warrants(bls);
  }

  /** Patients' grants of records. */
  public Grants grants() {
    return new Grants(bls);
  }

  /** Encryption of records to patients, and their re-encryption to grantees. */
  public ScopedReEncryption reEncryption() {
    return new ScopedReEncryption(backend.group(), random, hpke, new Dem(aead));
  }

  /** Master keys and the keys issued from them, for attributes and identities. */
  public KeyAuthority keyAuthority() {
    return new KeyAuthority(backend.group(), random);
  }

  /** Receiving and deriving keys of that authority. */
  public HolderKeys holderKeys(PublicParameters parameters) {
    return new HolderKeys(parameters, random);
  }

  /** Encryption to a policy over attributes. */
  public AttributeBasedEncryption attributeBasedEncryption(PublicParameters parameters) {
    return new AttributeBasedEncryption(parameters, random);
  }

  /** Encryption to a pseudo-identity, or to one of its records. */
  public IdentityBasedEncryption identityBasedEncryption(PublicParameters parameters) {
    return new IdentityBasedEncryption(parameters, random);
  }

  /** Turning of single records towards a policy over attributes. */
  public AttributeBasedReEncryption attributeBasedReEncryption(PublicParameters parameters) {
    return new AttributeBasedReEncryption(parameters, random);
  }

  /** Signatures that are verified with a pseudo-identity alone. */
  public IdentityBasedSignatures identityBasedSignatures(PublicParameters parameters) {
    return new IdentityBasedSignatures(parameters, random);
  }

  /**
   * Suite LIU, for comparison only: its weakness is that of the paper. Worth keeping, as its
   * parameters are computed each time.
   */
  public LiuReEncryption liuReEncryption() {
    return new LiuReEncryption(backend.group(), random, new Dem(aead));
  }

  /** How the proxy of suite LIU gets its key. */
  public LiuReKeying liuReKeying() {
    return new LiuReKeying(backend.group(), random, hpke);
  }

  /** Sealing to one receiver. */
  public Hpke hpke() {
    return hpke;
  }

  /** Symmetric encryption. */
  public Aead aead() {
    return aead;
  }

  /** Symmetric encryption of what is too large to hold. */
  public StreamingAead streamingAead() {
    return new StreamingAead();
  }

  /** Confirmation of symmetric keys. */
  public Mac mac() {
    return new Mac();
  }

  /** Secrets that two must put together. */
  public SecretSharing secretSharing() {
    return new SecretSharing(random);
  }

  /** Password stretching. */
  public PasswordHash passwordHash() {
    return passwordHash;
  }

  /** Treatment keys from a patient's password. */
  public Spake2Plus spake2Plus() {
    return new Spake2Plus(random, passwordHash());
  }

  /**
   * Verifiers for accounts that do not exist, with the default cost of passwords.
   *
   * @param secret at least 32 random bytes of the server, used for nothing else; stays open
   */
  public DecoyVerifiers decoyVerifiers(SecretBytes secret) {
    return new DecoyVerifiers(secret, passwordHash().defaults());
  }

  /** Comparison of two patients' symptoms. */
  public SymptomMatching symptomMatching() {
    return new SymptomMatching(random, passwordHash());
  }
}
