package org.epione.crypto.scheme.abs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.Suites;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.PairingTerm;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.pairing.blst.BlstGroup;
import org.epione.crypto.policy.AccessPolicy;
import org.epione.crypto.policy.Attribute;
import org.epione.crypto.policy.Policies;
import org.epione.crypto.policy.SpanProgram;
import org.epione.crypto.random.DeterministicRandomSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What unforgeability rests on, carried out: a signer who answers two challenges after the same
 * first messages gives away credentials for attributes that satisfy the policy, all with one tau.
 */
class AbsExtractionTest {

  private final BilinearGroup group = BlstGroup.load();
  private final CryptoSuite suite = Suites.blst("abs extraction");
  private final Members members = new Members(suite);
  private final Generators generators = new Generators(group);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a                          | a
          a or b                     | b
          a and b                    | a b
          2 of (a, b, c)             | a c
          a and b or a and c         | a c
          2 of (a and b, b or c, d)  | c d
          """)
  void twoAnswers_shouldGiveAwayCredentials(String text, String held) {
    AccessPolicy policy = AccessPolicy.parse(text);
    AttributeSecretKey key = members.key(held.split(" "));
    AttributeBasedSignature one = answer(policy, key, Scalar.of(1001));
    AttributeBasedSignature other = answer(policy, key, Scalar.of(2002));
    assertThat(one.commitment()).isEqualTo(other.commitment());

    List<Attribute> labels =
        policy.spanProgram().rows().stream().map(SpanProgram.Row::attribute).toList();
    Set<Attribute> extracted = new HashSet<>();
    Set<Scalar> taus = new HashSet<>();
    for (int i : differing(one, other)) {
      taus.add(extract(labels.get(i), one.rows().get(i), other.rows().get(i)));
      extracted.add(labels.get(i));
    }
    assertThat(policy.isSatisfiedBy(extracted)).isTrue();
    assertThat(extracted).isSubsetOf(Policies.attributes(held.split(" ")));
    assertThat(taus).hasSize(1);
  }

  /** The same first messages each time, as the randomness is the same. */
  private AttributeBasedSignature answer(
      AccessPolicy policy, AttributeSecretKey key, Scalar challenge) {
    DeterministicRandomSource random = new DeterministicRandomSource("rewound");
    SpanProgram program = policy.spanProgram();
    return key.tau()
        .use(
            tau ->
                new Signer(generators, random, key, tau)
                    .sign(
                        program,
                        program.reconstruction(key.attributes()).orElseThrow(),
                        commitments -> challenge));
  }

  private static int[] differing(AttributeBasedSignature one, AttributeBasedSignature other) {
    return IntStream.range(0, one.rows().size())
        .filter(i -> !one.rows().get(i).c().equals(other.rows().get(i).c()))
        .toArray();
  }

  /** Checks the credential (A, e) for tau and the attribute, and gives tau. */
  private Scalar extract(Attribute attribute, RowProof one, RowProof other) {
    Scalar byChallenge = one.c().add(other.c().negate()).inverse();
    Scalar r = one.r().add(other.r().negate()).multiply(byChallenge);
    Scalar e = one.e().add(other.e().negate()).multiply(byChallenge);
    Scalar t = one.t().add(other.t().negate()).multiply(byChallenge);
    Scalar tau = t.multiply(r.inverse());
    G1 a = one.a().power(r.inverse());
    G1 signed = generators.certified(attribute).multiply(generators.bound(tau));
    assertThat(
            group.areEqual(
                new PairingTerm(
                    a, members.issuer.publicKey().element().multiply(group.generatorG2().power(e))),
                new PairingTerm(signed, group.generatorG2())))
        .isTrue();
    return tau;
  }
}
