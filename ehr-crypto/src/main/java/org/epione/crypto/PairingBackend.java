package org.epione.crypto;

import java.util.Optional;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.SelfTest;
import org.epione.crypto.pairing.blst.BlstGroup;
import org.epione.crypto.pairing.bouncycastle.BouncyCastleGroup;

/**
 * The choice of a pairing backend.
 *
 * @param group the one chosen
 * @param notice why it is not blst, if it was not asked for
 */
record PairingBackend(BilinearGroup group, Optional<String> notice) {

  private static final String BLST = "blst";
  private static final String BOUNCY_CASTLE = "bouncycastle";

  /** Chooses; {@code wanted} is a backend's name, or empty for the fastest that works. */
  static PairingBackend choose(String wanted) {
    return switch (wanted) {
      case "" -> fastest();
      case BLST -> new PairingBackend(blst(), Optional.empty());
      case BOUNCY_CASTLE -> bouncyCastle("the system property epione.pairing asks for it.");
      default ->
          throw new IllegalStateException(
              "system property epione.pairing: expected blst, bouncycastle or nothing");
    };
  }

  private static PairingBackend fastest() {
    try {
      return new PairingBackend(blst(), Optional.empty());
    } catch (IllegalStateException e) {
      return bouncyCastle(
          e.getMessage()
              + ". Check that the temporary folder is writable and allows execution, and that"
              + " the platform is Linux or macOS on x86-64 or ARM, or Windows on x86-64.");
    }
  }

  private static PairingBackend bouncyCastle(String why) {
    return new PairingBackend(
        tested(new BouncyCastleGroup()),
        Optional.of("Pairings run on Bouncy Castle, some 30 times slower: " + why));
  }

  private static BilinearGroup blst() {
    try {
      return tested(BlstGroup.load());
    } catch (UnsatisfiedLinkError | ExceptionInInitializerError | NoClassDefFoundError e) {
      throw new IllegalStateException(
          "the native library blst does not load (" + rootOf(e) + ")", e);
    }
  }

  private static Throwable rootOf(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static BilinearGroup tested(BilinearGroup group) {
    SelfTest.run(group);
    return group;
  }
}
