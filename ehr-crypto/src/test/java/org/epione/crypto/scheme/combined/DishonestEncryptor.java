package org.epione.crypto.scheme.combined;

import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.epione.crypto.hybrid.FujisakiOkamoto;
import org.epione.crypto.hybrid.FujisakiOkamoto.Kem;
import org.epione.crypto.hybrid.FujisakiOkamoto.Sealed;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.policy.AccessPolicy;
import org.epione.crypto.policy.Attribute;
import org.epione.crypto.scheme.combined.AttributeKem.Header;
import org.epione.crypto.scheme.combined.AttributeKem.Row;

/**
 * Encrypts to a policy with rows that are not the prescribed ones, and seals everything rightly.
 */
final class DishonestEncryptor {

  /** By how much exponents differ from what is prescribed. */
  static final Scalar X = Scalar.of(23);

  private final PublicParameters pp;
  private final FujisakiOkamoto transformation;

  DishonestEncryptor(Practice practice) {
    this.pp = practice.parameters;
    this.transformation = new FujisakiOkamoto(practice.suite.random());
  }

  /** Sealed as it must be, with each row as {@code change} makes it of the prescribed one. */
  AttributeCiphertext sealed(AccessPolicy policy, BiFunction<Integer, Row, Row> change) {
    AttributeKem kem = new AttributeKem(pp, policy);
    Kem<Header> dishonest =
        new DishonestKem<>(
            kem,
            header ->
                new Header(
                    header.c1(),
                    IntStream.range(0, header.rows().size())
                        .mapToObj(i -> change.apply(i, header.rows().get(i)))
                        .toList()));
    return new AttributeCiphertext(
        policy, transformation.seal(dishonest, kem.recipient(), Practice.DATA, Practice.DIAGNOSIS));
  }

  <H> Sealed<H> sealed(Kem<H> dishonest, byte[] recipient) {
    return transformation.seal(dishonest, recipient, Practice.DATA, Practice.DIAGNOSIS);
  }

  /** The row with another r. */
  Row rerandomised(Row row, Attribute x) {
    return new Row(
        row.c2().multiply(pp.hash(x).power(X).inverse()),
        row.c3().multiply(pp.generator().power(X)));
  }
}
