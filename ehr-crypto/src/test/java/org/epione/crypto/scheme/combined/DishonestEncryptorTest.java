package org.epione.crypto.scheme.combined;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.epione.crypto.scheme.combined.DishonestEncryptor.X;

import java.util.List;
import java.util.Map;
import org.epione.crypto.Suites;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.hybrid.FujisakiOkamoto;
import org.epione.crypto.hybrid.FujisakiOkamoto.Encapsulated;
import org.epione.crypto.hybrid.FujisakiOkamoto.Kem;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.policy.AccessPolicy;
import org.epione.crypto.policy.Attribute;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.scheme.combined.AttributeKem.Header;
import org.epione.crypto.scheme.combined.AttributeKem.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An encryptor tries to make a ciphertext that one holder opens and another, who satisfies the
 * policy too, does not. All seals are right; what is wrong is in the header alone. (ADR 11)
 */
class DishonestEncryptorTest {

  private final Practice practice = new Practice(Suites.blst("dishonest encryptor"));
  private final PublicParameters pp = practice.parameters;
  private final FujisakiOkamoto transformation = new FujisakiOkamoto(practice.suite.random());
  private final DishonestEncryptor encryptor = new DishonestEncryptor(practice);

  /** The share of each row given is raised by that much. */
  private AttributeCiphertext withShares(String policy, Map<Integer, Scalar> more) {
    return encryptor.sealed(
        AccessPolicy.parse(policy),
        (i, row) ->
            new Row(row.c2().multiply(pp.a().power(more.getOrDefault(i, Scalar.of(0)))), row.c3()));
  }

  private byte[] openedWithoutTheCheck(String attributes, AttributeCiphertext ciphertext) {
    AttributeKem kem = new AttributeKem(pp, ciphertext.policy());
    Kem<Header> unchecking =
        new Kem<>() {
          @Override
          public Encapsulated<Header> encapsulate(RandomSource coins) {
            return kem.encapsulate(coins);
          }

          @Override
          public Gt expectedKey(RandomSource coins, Header header) {
            return encapsulate(coins).key();
          }

          @Override
          public void write(CanonicalWriter out, Header header) {
            kem.write(out, header);
          }
        };
    return transformation.open(
        kem.decapsulate(practice.holder(attributes.split(" ")), ciphertext.sealed().header()),
        unchecking,
        kem.recipient(),
        Practice.DATA,
        ciphertext.sealed());
  }

  private boolean comesToTheSameKey(AttributeCiphertext ciphertext, String one, String other) {
    AttributeKem kem = new AttributeKem(pp, ciphertext.policy());
    Header header = ciphertext.sealed().header();
    return kem.decapsulate(practice.holder(one.split(" ")), header)
        .equals(kem.decapsulate(practice.holder(other.split(" ")), header));
  }

  private void opensFor(String attributes, AttributeCiphertext ciphertext) {
    assertThat(
            practice.abe.decrypt(practice.holder(attributes.split(" ")), Practice.DATA, ciphertext))
        .isEqualTo(Practice.DIAGNOSIS);
  }

  private void failsFor(String attributes, AttributeCiphertext ciphertext) {
    AttributeKey holder = practice.holder(attributes.split(" "));
    assertThatThrownBy(() -> practice.abe.decrypt(holder, Practice.DATA, ciphertext))
        .isInstanceOf(DecryptionFailedException.class);
  }

  @Test
  void wrongShareOfOnePart_shouldBeRefused_alsoToWhoHoldsTheOther() {
    AttributeCiphertext split = withShares("a or b", Map.of(1, X));
    assertThat(comesToTheSameKey(split, "a", "b")).isFalse();
    failsFor("a", split);
    failsFor("b", split);
  }

  /** For the first holder the errors cancel, for the second they do not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (a or b) and (c or d) | 0 | 2 | -1 | a c | a d
          2 of (a, b, c)        | 0 | 1 | 2  | a b | b c
          a and (b or c)        | 0 | 1 | -1 | a b | a c
          """)
  void errorsThatCancelForOneHolder_shouldBeRefused(
      String policy, int one, int other, long ratio, String blind, String seeing) {
    Scalar otherError = X.multiply(Scalar.of(Math.abs(ratio)));
    AttributeCiphertext forged =
        withShares(policy, Map.of(one, X, other, ratio < 0 ? otherError.negate() : otherError));
    assertThat(openedWithoutTheCheck(blind, forged)).isEqualTo(Practice.DIAGNOSIS);
    assertThatThrownBy(() -> openedWithoutTheCheck(seeing, forged))
        .isInstanceOf(DecryptionFailedException.class);
    failsFor(blind, forged);
    failsFor(seeing, forged);
    AttributeCiphertext sound = withShares(policy, Map.of());
    opensFor(blind, sound);
    opensFor(seeing, sound);
  }

  @Test
  void otherSharesAndRandomness_shouldOpenForAll_whenEveryHolderNeedsTheRows() {
    // Another encryption of the same: no holder can be told from another by it.
    AttributeCiphertext shares = withShares("a and b and c", Map.of(0, X, 2, X.negate()));
    opensFor("a b c", shares);
    AccessPolicy policy = AccessPolicy.parse("a and (b or c)");
    AttributeCiphertext randomness =
        encryptor.sealed(
            policy, (i, row) -> i == 0 ? encryptor.rerandomised(row, Attribute.of("a")) : row);
    opensFor("a b", randomness);
    opensFor("a c", randomness);
  }

  @Test
  void otherRandomness_shouldBeRefused_whenSomeHolderCanDoWithoutTheRow() {
    AttributeCiphertext forged =
        encryptor.sealed(
            AccessPolicy.parse("a or b"),
            (i, row) -> i == 0 ? encryptor.rerandomised(row, Attribute.of("a")) : row);
    assertThat(comesToTheSameKey(forged, "a", "b")).isTrue();
    failsFor("a", forged);
    failsFor("b", forged);
  }

  @Test
  void otherSecret_shouldBeRefused_evenWhereAllHoldersComeToOneKey() {
    AttributeKem kem = new AttributeKem(pp, AccessPolicy.parse("a and b"));
    Scalar s = Scalar.of(5);
    G1 shift = pp.a().power(s);
    Kem<Header> dishonest =
        new DishonestKem<>(
            kem,
            header ->
                new Header(
                    header.c1().multiply(pp.generator().power(s)),
                    List.of(
                        new Row(
                            header.rows().get(0).c2().multiply(shift), header.rows().get(0).c3()),
                        header.rows().get(1))));
    failsFor(
        "a b",
        new AttributeCiphertext(
            AccessPolicy.parse("a and b"), encryptor.sealed(dishonest, kem.recipient())));
  }

  @Test
  void letterWithOtherRandomness_shouldOpenForEveryKeyOfTheIdentity() {
    IdentityKem kem = new IdentityKem(pp, Practice.ANNA);
    Kem<IdentityKem.Header> dishonest =
        new DishonestKem<>(
            kem,
            header ->
                new IdentityKem.Header(
                    header.c1(),
                    header.c2().multiply(pp.hash(Practice.ANNA).power(X).inverse()),
                    header.c3().multiply(pp.generator().power(X))));
    IdentityCiphertext letter =
        new IdentityCiphertext(Practice.ANNA, encryptor.sealed(dishonest, kem.recipient()));
    IdentityKey again = practice.authority.issue(practice.master, Practice.ANNA);
    for (IdentityKey key : List.of(practice.anna, again)) {
      assertThat(practice.ibe.decrypt(key, Practice.DATA, letter)).isEqualTo(Practice.DIAGNOSIS);
    }
  }
}
