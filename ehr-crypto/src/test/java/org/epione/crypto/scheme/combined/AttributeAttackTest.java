package org.epione.crypto.scheme.combined;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.epione.crypto.Suites;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.hybrid.FujisakiOkamoto.Encapsulated;
import org.epione.crypto.hybrid.FujisakiOkamoto.Sealed;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.G2;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.pairing.PairingTerm;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.policy.AccessPolicy;
import org.epione.crypto.policy.Attribute;
import org.junit.jupiter.api.Test;

/** What holders of some attributes could try against a policy they do not satisfy, carried out. */
class AttributeAttackTest {

  private static final Attribute A = Attribute.of("a");
  private static final Attribute B = Attribute.of("b");

  private final Practice practice = new Practice(Suites.blst("attribute attacks"));
  private final PublicParameters pp = practice.parameters;
  private final AttributeKem kem = new AttributeKem(pp, AccessPolicy.parse("a and b"));
  private final Encapsulated<AttributeKem.Header> target = kem.encapsulate(practice.suite.random());

  private boolean opens(AttributeKey key) {
    return kem.decapsulate(key, target.header()).equals(target.key());
  }

  private static AttributeKey key(G1 k0, G2 k1, Map<Attribute, G1> kx) {
    return new AttributeKey(new AttributeKey.Elements(k0, k1, new TreeMap<>(kx)));
  }

  @Test
  void decapsulate_shouldGiveTheKey_toWhoHasBoth() {
    // Shows that the attempts below fail for the right reason.
    assertThat(opens(practice.holder("a", "b"))).isTrue();
  }

  @Test
  void collusion_shouldFail_whenTwoHoldersPoolTheirKeys() {
    AttributeKey.Elements one = practice.holder("a").elements();
    AttributeKey.Elements two = practice.holder("b").elements();
    Map<Attribute, G1> pooled = Map.of(A, one.kx().get(A), B, two.kx().get(B));
    for (AttributeKey attempt :
        List.of(
            key(one.k0(), one.k1(), pooled),
            key(two.k0(), two.k1(), pooled),
            key(one.k0(), two.k1(), pooled),
            key(one.k0().multiply(two.k0()), one.k1().multiply(two.k1()), pooled))) {
      assertThat(opens(attempt)).isFalse();
    }
  }

  @Test
  void collusion_shouldFail_whenEachOpensTheOwnRow() {
    // e(g^a, ĝ)^(t lambda) for two different t do not add up to e(g^a, ĝ)^(t s).
    AttributeKey.Elements one = practice.holder("a").elements();
    AttributeKey.Elements two = practice.holder("b").elements();
    AttributeKem.Row rowA = target.header().rows().get(0);
    AttributeKem.Row rowB = target.header().rows().get(1);
    Gt shareA = share(one, A, rowA);
    Gt shareB = share(two, B, rowB);
    for (AttributeKey.Elements base : List.of(one, two)) {
      Gt attempt =
          pp.group()
              .pair(base.k0(), target.header().c1())
              .multiply(shareA.multiply(shareB).inverse());
      assertThat(attempt).isNotEqualTo(target.key());
    }
  }

  private Gt share(AttributeKey.Elements key, Attribute x, AttributeKem.Row row) {
    G1 kx = key.kx().get(x);
    return pp.group()
        .product(List.of(new PairingTerm(row.c2(), key.k1()), new PairingTerm(kx, row.c3())));
  }

  @Test
  void attribute_shouldNotBeForged_fromAnotherComponentOfTheKey() {
    AttributeKey.Elements held = practice.holder("a", "c").elements();
    G1 a = held.kx().get(A);
    for (G1 forged :
        List.of(
            a,
            a.multiply(pp.hash(B)).multiply(pp.hash(A).inverse()),
            held.kx().get(Attribute.of("c")),
            pp.hash(B),
            held.k0())) {
      assertThat(opens(key(held.k0(), held.k1(), Map.of(A, a, B, forged)))).isFalse();
    }
  }

  @Test
  void attributeNamedLikeAPerson_shouldNotBeThatPersonsKey() {
    // The paper has one hash function for all: there this is Anna's identity key.
    AttributeKey.Elements named = practice.holder("anna").elements();
    G1 component = named.kx().get(Attribute.of("anna"));
    IdentityKey stolen =
        new IdentityKey(
            Practice.ANNA,
            pp.hash(Practice.ANNA),
            new IdentityKey.Elements(named.k0(), named.k1(), component));
    assertThat(stolen.isIssuedUnder(pp, practice.suite.random())).isFalse();
    IdentityCiphertext ciphertext =
        practice.ibe.encrypt(Practice.ANNA, Practice.DATA, Practice.DIAGNOSIS);
    assertThatThrownBy(() -> practice.ibe.decrypt(stolen, Practice.DATA, ciphertext))
        .isInstanceOf(DecryptionFailedException.class);
    byte[] message = {1};
    assertThat(practice.ibs.verify(Practice.ANNA, message, practice.ibs.sign(stolen, message)))
        .isFalse();
  }

  @Test
  void personNamedLikeAnAttribute_shouldNotHaveIt() {
    Pseudonym named = Pseudonym.of("role:surgeon".getBytes(StandardCharsets.US_ASCII));
    IdentityKey.Elements held = practice.authority.issue(practice.master, named).elements();
    AttributeKey stolen =
        key(held.k0(), held.k1(), Map.of(Attribute.of("role:surgeon"), held.kId()));
    assertThat(stolen.isIssuedUnder(pp, practice.suite.random())).isFalse();
    AttributeCiphertext ciphertext =
        practice.abe.encrypt(AccessPolicy.parse("role:surgeon"), Practice.DATA, Practice.DIAGNOSIS);
    assertThatThrownBy(() -> practice.abe.decrypt(stolen, Practice.DATA, ciphertext))
        .isInstanceOf(DecryptionFailedException.class);
  }

  @Test
  void ciphertextOfOneFunction_shouldNotOpenAsAnothers() {
    // The same elements, offered as a ciphertext to a policy of one attribute.
    IdentityCiphertext toAnna =
        practice.ibe.encrypt(Practice.ANNA, Practice.DATA, Practice.DIAGNOSIS);
    IdentityKem.Header header = toAnna.sealed().header();
    AttributeCiphertext relabelled =
        new AttributeCiphertext(
            AccessPolicy.parse("anna"),
            new Sealed<>(
                new AttributeKem.Header(
                    header.c1(), List.of(new AttributeKem.Row(header.c2(), header.c3()))),
                toAnna.sealed().seed(),
                toAnna.sealed().payload()));
    assertThatThrownBy(
            () -> practice.abe.decrypt(practice.holder("anna"), Practice.DATA, relabelled))
        .isInstanceOf(DecryptionFailedException.class);
  }

  @Test
  void policy_shouldNotBeReplaced_byOneThatTheHolderSatisfies() {
    AttributeCiphertext sound =
        practice.abe.encrypt(AccessPolicy.parse("a and b"), Practice.DATA, Practice.DIAGNOSIS);
    for (String policy : List.of("a or b", "a and c", "b and a")) {
      AttributeCiphertext other =
          new AttributeCiphertext(AccessPolicy.parse(policy), sound.sealed());
      assertThatThrownBy(
              () -> practice.abe.decrypt(practice.holder("a", "c"), Practice.DATA, other))
          .isInstanceOf(DecryptionFailedException.class);
    }
    // Not even by one that means the same, for a holder who may.
    AttributeCiphertext same =
        new AttributeCiphertext(AccessPolicy.parse("2 of (b, a)"), sound.sealed());
    assertThatThrownBy(() -> practice.abe.decrypt(practice.holder("a", "b"), Practice.DATA, same))
        .isInstanceOf(DecryptionFailedException.class);
  }

  @Test
  void chosenPlaintextForm_shouldBeMalleable_andTheTransformedOneShouldRefuse() {
    AttributeKey holder = practice.holder("a", "b");
    AttributeCiphertext sound =
        practice.abe.encrypt(AccessPolicy.parse("a and b"), Practice.DATA, Practice.DIAGNOSIS);
    Sealed<AttributeKem.Header> sealed = sound.sealed();
    for (AttributeKem.Header changed :
        List.of(rerandomised(sealed.header()), shifted(sealed.header()))) {
      assertThat(kem.decapsulate(holder, changed))
          .as("the bare encapsulation gives the same key")
          .isEqualTo(kem.decapsulate(holder, sealed.header()));
      AttributeCiphertext other =
          new AttributeCiphertext(
              sound.policy(), new Sealed<>(changed, sealed.seed(), sealed.payload()));
      assertThatThrownBy(() -> practice.abe.decrypt(holder, Practice.DATA, other))
          .isInstanceOf(DecryptionFailedException.class);
    }
    assertThat(practice.abe.decrypt(holder, Practice.DATA, sound)).isEqualTo(Practice.DIAGNOSIS);
  }

  /** Other r_i. */
  private AttributeKem.Header rerandomised(AttributeKem.Header header) {
    Scalar delta = Scalar.of(19);
    List<AttributeKem.Row> rows = new ArrayList<>();
    List<Attribute> labels = List.of(A, B);
    for (int i = 0; i < labels.size(); i++) {
      AttributeKem.Row row = header.rows().get(i);
      rows.add(
          new AttributeKem.Row(
              row.c2().multiply(pp.hash(labels.get(i)).power(delta).inverse()),
              row.c3().multiply(pp.generator().power(delta))));
    }
    return new AttributeKem.Header(header.c1(), rows);
  }

  /** Other shares of the same secret: what one row gains the other loses. */
  private AttributeKem.Header shifted(AttributeKem.Header header) {
    G1 shift = pp.a().power(Scalar.of(23));
    AttributeKem.Row one = header.rows().get(0);
    AttributeKem.Row two = header.rows().get(1);
    return new AttributeKem.Header(
        header.c1(),
        List.of(
            new AttributeKem.Row(one.c2().multiply(shift), one.c3()),
            new AttributeKem.Row(two.c2().multiply(shift.inverse()), two.c3())));
  }

  @Test
  void attributeHolder_shouldNotSign() {
    AttributeKey.Elements held = practice.holder("a").elements();
    SortedMap<Attribute, G1> kx = held.kx();
    byte[] message = {1};
    SecondLevel forged =
        new SecondLevel(
            held.k0(),
            held.k1(),
            pp.generator(),
            kx.get(A).multiply(pp.hash(message)).multiply(pp.a()));
    assertThat(practice.ibs.verify(Practice.ANNA, message, new IdentityBasedSignature(forged)))
        .isFalse();
  }
}
