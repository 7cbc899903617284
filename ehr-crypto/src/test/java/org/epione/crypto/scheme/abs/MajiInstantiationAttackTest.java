package org.epione.crypto.scheme.abs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.G2;
import org.epione.crypto.pairing.PairingTerm;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.pairing.blst.BlstGroup;
import org.epione.crypto.random.DeterministicRandomSource;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.transcript.DomainTag;
import org.junit.jupiter.api.Test;

/**
 * Why the third instantiation of Maji, Prabhakaran and Rosulek (CT-RSA 2011) is not what this
 * package implements: whoever has a key for any one attribute signs as "a or b" without having a or
 * b. A key is Kb^{1/(a+bu)}; with weights s for which s_1 + s_2 = 1 and s_1 u_1 + s_2 u_2 = u, the
 * pairings of K_u^{s_i} with A B^{u_i} multiply to e(Kb, h), which is all that is verified. The
 * variables are the paper's.
 */
class MajiInstantiationAttackTest {

  private final RandomSource random = new DeterministicRandomSource("instantiation 3");
  private final BilinearGroup group = BlstGroup.load();

  private final Scalar a0 = Scalar.random(random);
  private final Scalar a = Scalar.random(random);
  private final Scalar b = Scalar.random(random);
  private final G1 c = group.hashToG1(DomainTag.SELF_TEST, new byte[] {0});
  private final G2 h0 = group.hashToG2(DomainTag.SELF_TEST, new byte[] {0});
  private final G2 h1 = group.hashToG2(DomainTag.SELF_TEST, new byte[] {1});

  private final G1 base = group.hashToG1(DomainTag.SELF_TEST, new byte[] {1});
  private final Scalar mu = Scalar.of(77);
  private final List<Scalar> policy = List.of(Scalar.of(11), Scalar.of(12));

  private G1 keyFor(Scalar u) {
    return base.power(a.add(b.multiply(u)).inverse());
  }

  @Test
  void verify_shouldAcceptHonestSignature_andRefuseOneWithoutKeys() {
    G1 nothing = base.power(Scalar.of(0));
    assertThat(signs(List.of(keyFor(policy.get(0)), nothing))).isTrue();
    assertThat(signs(List.of(nothing, keyFor(policy.get(1))))).isTrue();
    assertThat(signs(List.of(nothing, nothing))).isFalse();
    assertThat(signs(List.of(keyFor(Scalar.of(99)), nothing))).isFalse();
  }

  @Test
  void verify_shouldAcceptForgery_fromKeyOfAnotherAttribute() {
    Scalar u = Scalar.of(99);
    Scalar difference = policy.get(1).add(policy.get(0).negate());
    Scalar s2 = u.add(policy.get(0).negate()).multiply(difference.inverse());
    Scalar s1 = Scalar.of(1).add(s2.negate());
    assertThat(signs(List.of(keyFor(u).power(s1), keyFor(u).power(s2)))).isTrue();
  }

  /** Signs as the paper does, with these powers of keys in the rows, and verifies. */
  private boolean signs(List<G1> keyed) {
    Scalar r0 = Scalar.random(random);
    List<G1> s = new ArrayList<>();
    G2 p = h1.power(Scalar.of(0));
    for (int i = 0; i < keyed.size(); i++) {
      Scalar r = Scalar.random(random);
      s.add(keyed.get(i).power(r0).multiply(blinded(r)));
      p = p.multiply(column(policy.get(i)).power(r));
    }
    return verifies(base.power(r0), s, p);
  }

  private G1 blinded(Scalar r) {
    return c.multiply(group.generatorG1().power(mu)).power(r);
  }

  private G2 column(Scalar u) {
    return h1.power(a).multiply(h1.power(b).power(u));
  }

  /** The equations of the paper for the policy of one column and two rows. */
  private boolean verifies(G1 y, List<G1> s, G2 p) {
    G1 w = y.power(a0.inverse());
    List<PairingTerm> left = new ArrayList<>();
    for (int i = 0; i < s.size(); i++) {
      left.add(new PairingTerm(s.get(i), column(policy.get(i))));
    }
    return group.areEqual(new PairingTerm(w, h0.power(a0)), new PairingTerm(y, h0))
        && group
            .product(left)
            .equals(
                group.product(
                    List.of(
                        new PairingTerm(y, h1),
                        new PairingTerm(c.multiply(group.generatorG1().power(mu)), p))));
  }
}
