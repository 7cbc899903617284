package org.epione.crypto.pairing;

import org.epione.crypto.pairing.bouncycastle.BouncyCastleGroup;

class BouncyCastleGroupTest extends BilinearGroupContract {

  private final BilinearGroup group = new BouncyCastleGroup();

  @Override
  BilinearGroup group() {
    return group;
  }
}
