package org.epione.crypto.scheme.abs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.epione.crypto.codec.Header;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.PairingBatch;
import org.epione.crypto.pairing.PairingEquation;
import org.epione.crypto.pairing.PairingTerm;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.pairing.SecretScalar;
import org.epione.crypto.policy.AccessPolicy;
import org.epione.crypto.policy.Attribute;
import org.epione.crypto.policy.SpanProgram;
import org.epione.crypto.policy.SpanProgram.Weight;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.scheme.abs.AttributeSecretKey.Credential;
import org.epione.crypto.secret.SecretBytes;

/**
 * Attribute-based signatures: "one person whose attributes satisfy this policy signed this". It is
 * the construction of Maji, Prabhakaran and Rosulek (CT-RSA 2011, ePrint 2010/595, section 4), a
 * bundle of credentials and a witness-indistinguishable proof, made of these parts:
 *
 * <ul>
 *   <li>Credentials: BBS signatures A = (g1 h1^tau h2^u)^{1/(x+e)} on a number tau of the person
 *       and the hash u of an attribute (Tessaro, Zhu, EUROCRYPT 2023, ePrint 2023/275).
 *   <li>Proof for one row: a = A^r, b = a^x, and a Schnorr proof that b = a^{-e} (g1 h2^u)^r h1^t
 *       and T^r = h1^t h3^{rho'}: a credential for u whose tau is the one in T = h1^tau h3^rho.
 *   <li>Policy: rows that are not held are simulated; the parts c_i of the challenge must satisfy
 *       sum c_i M_i = (c, 0, ..., 0) for the matrix M of the span program, which leaves free what
 *       is simulated exactly if what is not satisfies the policy (Cramer, Damgård, Schoenmakers,
 *       CRYPTO 1994; for such policies Anada, Arita, Sakurai, ePrint 2016/483).
 *   <li>The challenge c is the hash of issuer, policy, message and first messages (Fiat, Shamir).
 * </ul>
 *
 * <p>Unforgeable under chosen messages, also for several people who pool their keys, as long as
 * q-SDH holds (which implies discrete logarithms), hashes being random oracles: by the forking
 * lemma two answers to one commitment differ in rows that satisfy the policy, and give for each a
 * credential with one and the same tau. Perfectly private, against the issuer too and without any
 * assumption: all keys that satisfy a policy give the same distribution of signatures, up to the
 * 2^-255 by which a random exponent is never zero. This needs a key that {@link #isValid}. A policy
 * may name an attribute several times.
 *
 * <p>The issuer can issue, and so also sign as anybody, but never open: nothing links a signature
 * to a key. That is the point, and the price: nobody can be held to account, and one person can
 * sign twice unnoticed. There is no revocation; attributes can name a period.
 *
 * <p>Powers of secrets take the same time for all of them; the arithmetic modulo q ({@link Scalar})
 * does not, and a row that is proven takes somewhat longer than one that is simulated: nobody else
 * should be able to measure how long signing takes.
 *
 * <p>Cost for a policy that names n attributes, in exponentiations in G1: sign 10 n to 12 n, verify
 * 10 n and 2 Miller loops, issue 2 and check 4 for each attribute. Signatures have 74 + 256 n
 * bytes.
 *
 * <p>Not used is the paper's third instantiation, which is shorter to state and is proven in the
 * generic group model: {@code MajiInstantiationAttackTest} forges in it. Thread-safe.
 */
public final class AttributeBasedSignatures {

  private final BilinearGroup group;
  private final RandomSource random;
  private final Generators generators;

  /** Works in {@code group}. */
  public AttributeBasedSignatures(BilinearGroup group, RandomSource random) {
    this.group = group;
    this.random = random;
    this.generators = new Generators(group);
  }

  /** A new issuer. */
  public IssuerKeyPair generate() {
    return pair(SecretScalar.random(random));
  }

  /**
   * Reads back {@link IssuerSecretKey#export}; keeps a copy.
   *
   * @throws MalformedEncodingException unless it is 32 bytes, below the group order and not zero
   */
  public IssuerKeyPair restoreIssuer(SecretBytes secret) {
    return pair(SecretScalar.restore(secret));
  }

  /** Reads an issuer's public key, or throws {@link MalformedEncodingException}. */
  public IssuerPublicKey decodePublicKey(byte[] encoded) {
    return new IssuerPublicKey(group.decodeG2(encoded));
  }

  /**
   * Reads back {@link AttributeSecretKey#export}, or throws {@link MalformedEncodingException};
   * whether the issuer made it is for {@link #isValid}.
   */
  public AttributeSecretKey restoreKey(SecretBytes secret) {
    return AttributeSecretKey.restore(group, secret);
  }

  /** Reads a signature, or throws {@link MalformedEncodingException}; validity is not checked. */
  public AttributeBasedSignature decodeSignature(byte[] encoded) {
    return AttributeBasedSignature.decode(group, encoded);
  }

  /**
   * Issues a key for all of a person's attributes. Two keys do not combine, so whoever gains an
   * attribute gets a new key for all.
   *
   * @param attributes 1 to 1000, of which the issuer has convinced itself
   */
  public AttributeSecretKey issue(IssuerSecretKey issuer, Set<Attribute> attributes) {
    AttributeSecretKey.requireCount(attributes.size());
    SecretScalar tau = SecretScalar.random(random);
    G1 bound = tau.use(generators::bound);
    Map<Attribute, Credential> credentials = new HashMap<>();
    for (Attribute attribute : new TreeSet<>(attributes)) {
      G1 signed = generators.certified(attribute).multiply(bound);
      credentials.put(attribute, credential(issuer, signed));
    }
    return new AttributeSecretKey(tau, credentials);
  }

  private Credential credential(IssuerSecretKey issuer, G1 signed) {
    SecretScalar e = SecretScalar.random(random);
    Scalar exponent = issuer.use(x -> e.use(x::add)).inverse();
    return new Credential(signed.powerOfSecret(exponent), e);
  }

  /**
   * Whether the issuer made this key, which its receiver checks once: e(A, w ĝ^e) = e(g1 h1^tau
   * h2^u, ĝ) for each attribute, all together. Only then are signatures valid and private.
   */
  public boolean isValid(IssuerPublicKey issuer, AttributeSecretKey key) {
    G1 bound = key.tau().use(generators::bound);
    List<PairingEquation> equations = new ArrayList<>();
    key.credentials()
        .forEach(
            (attribute, credential) -> {
              G1 signed = generators.certified(attribute).multiply(bound);
              G1 power = credential.e().raise(credential.a()).inverse();
              equations.add(isPower(issuer, credential.a(), signed.multiply(power)));
            });
    return holdAll(equations);
  }

  /**
   * Signs.
   *
   * @param message a canonical encoding
   * @throws IllegalArgumentException if the key's attributes do not satisfy the policy, or the
   *     message has no canonical header
   */
  public AttributeBasedSignature sign(
      IssuerPublicKey issuer, AttributeSecretKey key, AccessPolicy policy, byte[] message) {
    Header.requireIn(message);
    SpanProgram program = policy.spanProgram();
    List<Weight> weights =
        program
            .reconstruction(key.attributes())
            .orElseThrow(
                () -> new IllegalArgumentException("the attributes do not satisfy the policy"));
    return key.tau()
        .use(
            tau ->
                new Signer(generators, random, key, tau)
                    .sign(program, weights, each -> each.challenge(issuer, policy, message)));
  }

  /**
   * Whether somebody with a key of {@code issuer} that satisfies {@code policy} signed exactly this
   * message under exactly this policy.
   *
   * @throws IllegalArgumentException if the message has no canonical header
   */
  public boolean verify(
      IssuerPublicKey issuer,
      AccessPolicy policy,
      byte[] message,
      AttributeBasedSignature signature) {
    Header.requireIn(message);
    SpanProgram program = policy.spanProgram();
    List<RowProof> rows = signature.rows();
    if (rows.size() != program.rows().size()) {
      return false;
    }
    List<Attribute> labels = program.rows().stream().map(SpanProgram.Row::attribute).toList();
    Scalar c = Commitments.of(generators, labels, signature).challenge(issuer, policy, message);
    return sharesChallenge(program, rows, c)
        && holdAll(rows.stream().map(row -> isPower(issuer, row.a(), row.b())).toList());
  }

  private static boolean sharesChallenge(SpanProgram program, List<RowProof> rows, Scalar c) {
    List<Scalar> sum = program.combination(rows.stream().map(RowProof::c).toList());
    return sum.get(0).equals(c) && sum.stream().skip(1).allMatch(Scalar::isZero);
  }

  /** b = a^x, that is e(a, w) = e(b, ĝ). */
  private PairingEquation isPower(IssuerPublicKey issuer, G1 a, G1 b) {
    return new PairingEquation(
        List.of(
            new PairingTerm(a, issuer.element()),
            new PairingTerm(b.inverse(), group.generatorG2())));
  }

  private boolean holdAll(List<PairingEquation> equations) {
    return new PairingBatch(group, random).failing(equations).isEmpty();
  }

  private IssuerKeyPair pair(SecretScalar secret) {
    IssuerSecretKey key = new IssuerSecretKey(group, secret);
    return new IssuerKeyPair(key, key.publicKey());
  }
}
