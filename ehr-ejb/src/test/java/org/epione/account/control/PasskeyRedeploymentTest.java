package org.epione.account.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLClassLoader;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.epione.account.boundary.SoftwareAuthenticator;
import org.epione.account.entity.NewPasskey;
import org.epione.account.entity.Passkey;
import org.epione.crypto.DroppedLoaders;
import org.epione.settings.PortalOrigin;
import org.junit.jupiter.api.Test;

/**
 * A server that shares its Jackson with its applications, as Payara does, keeps nothing of an
 * application that has checked passkeys and was undeployed.
 */
class PasskeyRedeploymentTest {

  private static final int DEPLOYMENTS = 5;
  private static final Predicate<String> OF_THE_SERVER =
      entry -> entry.matches(".*jackson-(core|databind|annotations)-[0-9.]+\\.jar");

  /** What a deployment does; loaded by the deployment's own class loader. */
  public static final class Deployed implements Callable<String> {

    /** For the class loader. */
    public Deployed() {}

    @Override
    public String call() {
      PasskeyVerifier verifier = new PasskeyVerifier();
      verifier.begin();
      PortalOrigin portal = new PortalOrigin("http://localhost:8080", "localhost");
      byte[] challenge = new byte[3];
      SoftwareAuthenticator key = new SoftwareAuthenticator();
      String options = "{\"challenge\":\"AAAA\"}";
      NewPasskey made =
          PasskeyAnswer.parse(key.make(options))
              .flatMap(answer -> verifier.made(portal, challenge, answer))
              .orElseThrow();
      Passkey passkey = new Passkey("", "localhost", made, new byte[0], java.time.Instant.EPOCH);
      PasskeyAnswer answer = PasskeyAnswer.parse(key.sign(options)).orElseThrow();
      return verifier.check(portal, challenge, passkey, answer).verdict().name();
    }
  }

  @Test
  void classLoaders_shouldBeCollected_whenTheServerHasJackson() throws Exception {
    DroppedLoaders dropped = new DroppedLoaders();
    try (URLClassLoader server =
        new URLClassLoader(
            DroppedLoaders.classPath(OF_THE_SERVER), ClassLoader.getPlatformClassLoader())) {
      assertThat(server.getURLs()).hasSize(3);
      for (int i = 0; i < DEPLOYMENTS; i++) {
        deploy(server, dropped);
      }
      assertThat(dropped.awaitCollection()).isEqualTo(DEPLOYMENTS);
    }
  }

  private static void deploy(ClassLoader server, DroppedLoaders dropped) throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(DroppedLoaders.classPath(OF_THE_SERVER.negate()), server)) {
      Class<?> type = loader.loadClass(Deployed.class.getName());
      assertThat(type).isNotEqualTo(Deployed.class);
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      thread.setContextClassLoader(loader);
      try {
        Object result = ((Callable<?>) type.getDeclaredConstructor().newInstance()).call();
        assertThat(result).isEqualTo("RIGHT");
      } finally {
        thread.setContextClassLoader(before);
      }
      dropped.add(loader);
    }
  }
}
