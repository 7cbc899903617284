package org.epione.account.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.epione.account.boundary.SoftwareAuthenticator;
import org.epione.account.entity.NewPasskey;
import org.epione.account.entity.Passkey;
import org.epione.settings.PortalOrigin;
import org.junit.jupiter.api.Test;

/**
 * A server that shares its Jackson with its applications, as Payara does, keeps nothing of an
 * application that has checked passkeys and was undeployed.
 */
class PasskeyRedeploymentTest {

  private static final int DEPLOYMENTS = 5;
  private static final Duration AT_MOST = Duration.ofSeconds(60);
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
    ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    try (URLClassLoader server =
        new URLClassLoader(path(OF_THE_SERVER), ClassLoader.getPlatformClassLoader())) {
      assertThat(server.getURLs()).hasSize(3);
      for (int i = 0; i < DEPLOYMENTS; i++) {
        loaders.add(deploy(server, collected));
      }
      assertThat(awaitCollection(collected, loaders)).isEqualTo(DEPLOYMENTS);
    }
  }

  private static WeakReference<ClassLoader> deploy(
      ClassLoader server, ReferenceQueue<ClassLoader> collected) throws Exception {
    try (URLClassLoader loader = new URLClassLoader(path(OF_THE_SERVER.negate()), server)) {
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
      return new WeakReference<>(loader, collected);
    }
  }

  /** Waits on the queue, not for a time; collects until all are there or it takes too long. */
  private static int awaitCollection(
      ReferenceQueue<ClassLoader> collected, List<WeakReference<ClassLoader>> loaders)
      throws InterruptedException {
    long deadline = System.nanoTime() + AT_MOST.toNanos();
    Set<Reference<?>> gone = new HashSet<>();
    while (gone.size() < loaders.size() && System.nanoTime() < deadline) {
      System.gc();
      Reference<?> reference = collected.remove(100);
      while (reference != null) {
        gone.add(reference);
        reference = collected.poll();
      }
    }
    return gone.size();
  }

  private static URL[] path(Predicate<String> wanted) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(wanted)
        .map(PasskeyRedeploymentTest::url)
        .toArray(URL[]::new);
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
