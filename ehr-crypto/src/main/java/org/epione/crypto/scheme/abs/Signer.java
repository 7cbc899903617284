package org.epione.crypto.scheme.abs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.pairing.SecretScalar;
import org.epione.crypto.policy.Attribute;
import org.epione.crypto.policy.SpanProgram;
import org.epione.crypto.policy.SpanProgram.Weight;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.scheme.abs.AttributeSecretKey.Credential;

/**
 * Makes one signature with one key. Rows that the reconstruction takes are proven; all others are
 * simulated, for parts of the challenge that are fixed beforehand. From outside they look the same:
 * a is a random element, b is a^x, the responses are random numbers.
 */
final class Signer {

  /** A row before the challenge, and how it answers its part. */
  private sealed interface Begun {

    RowProof start();

    RowProof answer(Scalar challenge);
  }

  private record Simulated(RowProof start) implements Begun {

    @Override
    public RowProof answer(Scalar challenge) {
      return start;
    }
  }

  private static final class Proven implements Begun {
    private final RowProof start;
    private final SecretScalar e;
    private final Scalar r;
    private final Scalar t;
    private final Scalar rho;

    Proven(RowProof start, SecretScalar e, Scalar r, Scalar t, Scalar rho) {
      this.start = start;
      this.e = e;
      this.r = r;
      this.t = t;
      this.rho = rho;
    }

    @Override
    public RowProof start() {
      return start;
    }

    @Override
    public RowProof answer(Scalar challenge) {
      return e.use(exponent -> start.answer(challenge, new RowProof.Witness(exponent, r, t, rho)));
    }

    @Override
    public String toString() {
      return "Proven";
    }
  }

  private final Generators generators;
  private final RandomSource random;
  private final AttributeSecretKey key;
  private final Scalar tau;
  private final G1 bound;
  private final Scalar rho;

  Signer(Generators generators, RandomSource random, AttributeSecretKey key, Scalar tau) {
    this.generators = generators;
    this.random = random;
    this.key = key;
    this.tau = tau;
    this.bound = generators.bound(tau);
    this.rho = Scalar.random(random);
  }

  /**
   * Signs.
   *
   * @param weights a reconstruction for this key's attributes
   * @param challenge from the commitments to the challenge
   */
  AttributeBasedSignature sign(
      SpanProgram program, List<Weight> weights, Function<Commitments, Scalar> challenge) {
    List<Attribute> labels = program.rows().stream().map(SpanProgram.Row::attribute).toList();
    List<Scalar> relation = program.randomRelation(random);
    List<Scalar> omega = new ArrayList<>(Collections.nCopies(labels.size(), Scalar.of(0)));
    weights.forEach(weight -> omega.set(weight.row(), weight.omega()));
    List<Begun> rows = begin(labels, omega, relation);
    Commitments commitments =
        Commitments.ofNonces(
            generators,
            labels,
            generators.commit(tau, rho),
            rows.stream().map(Begun::start).toList());
    Scalar c = challenge.apply(commitments);
    return new AttributeBasedSignature(
        commitments.commitment(),
        IntStream.range(0, labels.size())
            .mapToObj(i -> rows.get(i).answer(relation.get(i).add(c.multiply(omega.get(i)))))
            .toList());
  }

  private List<Begun> begin(List<Attribute> labels, List<Scalar> omega, List<Scalar> relation) {
    PowerPair pair = pair(key.attributes().iterator().next());
    return IntStream.range(0, labels.size())
        .mapToObj(
            i -> omega.get(i).isZero() ? simulated(pair, relation.get(i)) : proven(labels.get(i)))
        .toList();
  }

  /** An element and its x-th power, x being the issuer's key. */
  private record PowerPair(G1 a, G1 b) {}

  /** From A^{x+e} = g1 h1^tau h2^u. */
  private PowerPair pair(Attribute held) {
    Credential credential = credential(held);
    G1 power = credential.e().raise(credential.a()).inverse();
    return new PowerPair(credential.a(), signed(held).multiply(power));
  }

  private Begun proven(Attribute held) {
    Scalar r = Scalar.random(random);
    PowerPair pair = pair(held);
    RowProof start =
        RowProof.random(pair.a.powerOfSecret(r), pair.b.powerOfSecret(r), Scalar.of(0), random);
    return new Proven(start, credential(held).e(), r, r.multiply(tau), r.multiply(rho));
  }

  private Begun simulated(PowerPair pair, Scalar part) {
    Scalar power = Scalar.random(random);
    return new Simulated(
        RowProof.random(pair.a.powerOfSecret(power), pair.b.powerOfSecret(power), part, random));
  }

  private Credential credential(Attribute held) {
    return Objects.requireNonNull(key.credentials().get(held), "only held rows are chosen");
  }

  private G1 signed(Attribute attribute) {
    return generators.certified(attribute).multiply(bound);
  }

  @Override
  public String toString() {
    return "Signer";
  }
}
