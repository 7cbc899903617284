package org.epione.crypto;

import org.bouncycastle.crypto.CryptoServicesRegistrar;

/**
 * When Bouncy Castle is first used, it leaves default parameters of DSA and Diffie-Hellman in the
 * thread that happened to use it, for good. In a server that thread outlives the application, and
 * with the parameters the class loader of the application is held: each redeployment would leak all
 * of its classes. Nothing here uses the parameters, and each thread falls back to the same ones.
 */
final class BouncyCastleStart {

  private BouncyCastleStart() {}

  /** Starts Bouncy Castle in this thread, if it is not started, and takes back what it left. */
  static void letGoOfThread() {
    CryptoServicesRegistrar.clearThreadProperty(
        CryptoServicesRegistrar.Property.DSA_DEFAULT_PARAMS);
    CryptoServicesRegistrar.clearThreadProperty(CryptoServicesRegistrar.Property.DH_DEFAULT_PARAMS);
  }
}
