package org.epione.crypto.pairing;

import org.epione.crypto.pairing.blst.BlstGroup;

class BlstGroupTest extends BilinearGroupContract {

  private final BilinearGroup group = BlstGroup.load();

  @Override
  BilinearGroup group() {
    return group;
  }
}
