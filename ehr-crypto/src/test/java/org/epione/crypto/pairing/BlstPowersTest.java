package org.epione.crypto.pairing;

import java.util.List;
import org.epione.crypto.pairing.blst.BlstGroup;

class BlstPowersTest extends PowersContract {

  private final BilinearGroup group = BlstGroup.load();

  @Override
  BilinearGroup group() {
    return group;
  }

  @Override
  List<Scalar> some(List<Scalar> scalars) {
    return scalars;
  }
}
