package org.epione.custody.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.hybrid.AeadKey;
import org.epione.crypto.password.PasswordHash;
import org.epione.crypto.password.PasswordParameters;
import org.epione.crypto.password.PasswordSalt;
import org.epione.crypto.secret.SecretBytes;
import org.epione.settings.Settings;

/**
 * Turns a password into a wrapping key with Argon2id. Only so many at a time, because each takes a
 * lot of memory and a processor of its own: {@code EPIONE_PASSWORD_PARALLEL}, by default as many as
 * there are processors, at most 4. Who has to wait is served in the order of coming. {@code
 * EPIONE_PASSWORD_MEMORY_KIB} (default 65536) and {@code EPIONE_PASSWORD_PASSES} (3) are for new
 * passwords.
 */
@ApplicationScoped
public class Stretching {

  private static final int LEAST_MEMORY_KIB = 8 * 1024;
  private static final int MOST_MEMORY_KIB = 1024 * 1024;
  private static final int MOST_BY_DEFAULT = 4;

  @Inject private CryptoSuite crypto;

  @Inject private Settings settings;

  private Semaphore running = new Semaphore(1);

  private PasswordParameters cost = new PasswordParameters(MOST_MEMORY_KIB, 1, 1);

  /** Called by the container. */
  @PostConstruct
  void configure() {
    PasswordParameters usual = crypto.passwordHash().defaults();
    cost =
        new PasswordParameters(
            settings.number(
                "epione.password.memory.kib", usual.memoryKiB(), LEAST_MEMORY_KIB, MOST_MEMORY_KIB),
            settings.number("epione.password.passes", usual.passes(), 1, 64),
            usual.lanes());
    int processors = Math.min(Runtime.getRuntime().availableProcessors(), MOST_BY_DEFAULT);
    running = new Semaphore(settings.number("epione.password.parallel", processors, 1, 64), true);
  }

  /** A salt for a new password. */
  public PasswordSalt newSalt() {
    return crypto.passwordHash().newSalt(cost);
  }

  /** The wrapping key of a password. */
  public AeadKey wrappingKey(char[] password, PasswordSalt salt) {
    PasswordHash hash = crypto.passwordHash();
    running.acquireUninterruptibly();
    try (SecretBytes stretched = hash.stretch(password, salt, AeadKey.LENGTH)) {
      return crypto.aead().restore(stretched);
    } finally {
      running.release();
    }
  }

  /** Takes as long as for an account that exists. */
  public void pretend(char[] password) {
    wrappingKey(password, newSalt()).close();
  }
}
