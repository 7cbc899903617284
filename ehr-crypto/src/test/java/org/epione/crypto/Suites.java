package org.epione.crypto;

import java.util.List;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.blst.BlstGroup;
import org.epione.crypto.pairing.bouncycastle.BouncyCastleGroup;
import org.epione.crypto.random.DeterministicRandomSource;

/** The suite on each backend, with the same randomness in every run. */
public final class Suites {

  private static final BilinearGroup BLST = BlstGroup.load();
  private static final BilinearGroup BOUNCY_CASTLE = new BouncyCastleGroup();

  private Suites() {}

  /** Both backends. */
  public static List<CryptoSuite> both() {
    return List.of(blst("suite"), bouncyCastle("suite"));
  }

  /** The fast one. */
  public static CryptoSuite blst(String seed) {
    return CryptoSuite.create(new DeterministicRandomSource(seed), BLST);
  }

  /** The portable one. */
  public static CryptoSuite bouncyCastle(String seed) {
    return CryptoSuite.create(new DeterministicRandomSource(seed), BOUNCY_CASTLE);
  }
}
