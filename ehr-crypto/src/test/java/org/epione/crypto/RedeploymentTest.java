package org.epione.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.pairing.blst.BlstGroup;
import org.epione.crypto.pairing.bouncycastle.BouncyCastleGroup;
import org.epione.crypto.password.PasswordSalt;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.crypto.scheme.pre.PatientKeyPair;
import org.epione.crypto.scheme.pre.ScopedReEncryption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * An application that is deployed again and again in one server leaves nothing of the cryptography
 * behind: each time a new class loader loads our classes, both libraries and the native code, uses
 * them and is dropped.
 */
class RedeploymentTest {

  private static final int DEPLOYMENTS = 20;
  private static final Path MAPPINGS = Path.of("/proc/self/maps");

  /** What a deployment does; loaded by the deployment's own class loader. */
  public static final class Deployed implements Callable<String> {

    /** For the class loader. */
    public Deployed() {}

    @Override
    public String call() {
      CryptoSuite suite = CryptoSuite.create(new SecureRandomSource(), BlstGroup.load());
      ScopedReEncryption pre = suite.reEncryption();
      PatientKeyPair patient = pre.generate();
      RecordId record = RecordId.random(suite.random());
      pre.isValid(pre.encrypt(patient.publicKey(), record, new byte[1], new byte[1]));
      suite.hpke().generate();
      suite.ed25519().generate();
      suite.passwordHash().stretch(new char[] {'x'}, cheap(suite), 32);
      BilinearGroup portable = new BouncyCastleGroup();
      portable.generatorG1().power(Scalar.of(5));
      return suite.pairingBackend();
    }

    private static PasswordSalt cheap(CryptoSuite suite) {
      return suite.passwordHash().newSalt(suite.passwordHash().of(19 * 1024, 2, 1));
    }
  }

  @Test
  void classLoaders_shouldBeCollected_whenDroppedTwentyTimes() throws Exception {
    DroppedLoaders dropped = new DroppedLoaders();
    for (int i = 0; i < DEPLOYMENTS; i++) {
      deploy(dropped);
    }
    assertThat(dropped.awaitCollection()).isEqualTo(DEPLOYMENTS);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void nativeLibraries_shouldBeUnmapped_whenTheirLoadersAreCollected() throws Exception {
    DroppedLoaders dropped = new DroppedLoaders();
    Set<String> before = mappedLibraries();
    URLClassLoader held = loader();
    use(held);
    assertThat(mappedLibraries()).as("each loader maps a copy of its own").isNotEqualTo(before);
    dropped.add(held);
    held.close();
    held = null;
    for (int i = 1; i < DEPLOYMENTS; i++) {
      deploy(dropped);
    }
    assertThat(dropped.awaitCollection()).isEqualTo(DEPLOYMENTS);
    long deadline = System.nanoTime() + DroppedLoaders.AT_MOST.toNanos();
    // The JVM unloads the libraries of a dead loader in a thread of its own, after the collection.
    while (!before.containsAll(mappedLibraries()) && System.nanoTime() < deadline) {
      System.gc();
      Thread.onSpinWait();
    }
    assertThat(before).containsAll(mappedLibraries());
  }

  private static void deploy(DroppedLoaders dropped) throws Exception {
    try (URLClassLoader loader = loader()) {
      use(loader);
      dropped.add(loader);
    }
  }

  private static void use(ClassLoader loader) throws Exception {
    Class<?> type = loader.loadClass(Deployed.class.getName());
    assertThat(type).isNotEqualTo(Deployed.class);
    Object result = ((Callable<?>) type.getDeclaredConstructor().newInstance()).call();
    assertThat(result).asString().endsWith("blst");
  }

  /** One that shares nothing with the tests but the JDK. */
  private static URLClassLoader loader() {
    return new URLClassLoader(
        DroppedLoaders.classPath(entry -> true), ClassLoader.getPlatformClassLoader());
  }

  private static Set<String> mappedLibraries() throws IOException {
    try (Stream<String> lines = Files.lines(MAPPINGS)) {
      return new HashSet<>(
          lines
              .filter(line -> line.contains("blst"))
              .map(line -> line.substring(line.indexOf('/')))
              .toList());
    }
  }
}
