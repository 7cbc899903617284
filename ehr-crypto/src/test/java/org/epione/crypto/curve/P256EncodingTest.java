package org.epione.crypto.curve;

import java.util.List;
import org.epione.crypto.encoding.Encoding;
import org.epione.crypto.encoding.EncodingContract;
import org.epione.crypto.random.DeterministicRandomSource;

class P256EncodingTest extends EncodingContract {

  @Override
  protected List<Encoding<?>> encodings() {
    P256Scalar scalar = P256Scalar.random(new DeterministicRandomSource("encoding"));
    return List.of(
        Encoding.of(
            P256Point.class,
            P256Point::decode,
            P256Point::encode,
            P256Point.generator(),
            P256Point.generator().multiply(scalar)),
        Encoding.secret(P256Scalar.class, P256Scalar::restore, P256Scalar::export, scalar));
  }
}
