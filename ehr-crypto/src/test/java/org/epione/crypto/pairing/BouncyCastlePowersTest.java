package org.epione.crypto.pairing;

import java.util.List;
import java.util.stream.IntStream;
import org.epione.crypto.pairing.bouncycastle.BouncyCastleGroup;

class BouncyCastlePowersTest extends PowersContract {

  private final BilinearGroup group = new BouncyCastleGroup();

  @Override
  BilinearGroup group() {
    return group;
  }

  @Override
  List<Scalar> some(List<Scalar> scalars) {
    return IntStream.iterate(0, i -> i < scalars.size(), i -> i + 20)
        .mapToObj(scalars::get)
        .toList();
  }
}
