package org.epione.crypto.scheme.combined;

import java.util.function.UnaryOperator;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.FujisakiOkamoto.Encapsulated;
import org.epione.crypto.hybrid.FujisakiOkamoto.Kem;
import org.epione.crypto.random.RandomSource;

/**
 * Of an encryptor who departs from what the seed prescribes and then seals everything as it must
 * be, under the right keys: what nobody but the encryptor can do.
 *
 * @param honest what is departed from
 * @param change from the prescribed header to the one that is sent
 * @param <H> the header
 */
record DishonestKem<H>(Kem<H> honest, UnaryOperator<H> change) implements Kem<H> {

  @Override
  public Encapsulated<H> encapsulate(RandomSource coins) {
    Encapsulated<H> made = honest.encapsulate(coins);
    return new Encapsulated<>(change.apply(made.header()), made.key());
  }

  @Override
  public void write(CanonicalWriter out, H header) {
    honest.write(out, header);
  }
}
