package org.epione.platform.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.logging.Logger;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.random.SecureRandomSource;

/** The source of randomness and the cryptography of the application, made once. */
@ApplicationScoped
public class CryptoProducer {

  private static final Logger LOG = Logger.getLogger(CryptoProducer.class.getName());

  /** The platform's randomness. */
  @Produces
  @Singleton
  public RandomSource random() {
    return new SecureRandomSource();
  }

  /** All schemes on the pairing backend of this machine. */
  @Produces
  @Singleton
  public CryptoSuite suite(RandomSource random) {
    CryptoSuite suite = CryptoSuite.create(random);
    LOG.info(() -> "pairing backend: " + suite.pairingBackend());
    suite.pairingBackendNotice().ifPresent(LOG::warning);
    return suite;
  }
}
