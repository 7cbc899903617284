package org.epione.ledger.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/verification.md runs, and the document shows exactly it. */
class VerificationExampleTest {

  private static final Pattern IN_CODE =
      Pattern.compile("// example\n(.*?)\n *// end", Pattern.DOTALL);
  private static final Pattern IN_DOCUMENT = Pattern.compile("```java\n(.*?)\n```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void example_shouldSayWhatHolds() throws IOException {
    World world = new World("example");
    Path file = Files.write(folder.resolve("a.chain"), GrowingChain.founded(world).export());
    assertThat(verify(file))
        .startsWith("valid up to block 1, founded by SYSTEM-MANAGER with key ")
        .endsWith(world.manager().certificate().identity().signingKey().hex());
  }

  @Test
  void example_shouldNameTheFault() throws IOException {
    byte[] export = GrowingChain.founded(new World("example")).export();
    export[export.length / 2] ^= 1;
    assertThat(verify(Files.write(folder.resolve("a.chain"), export)))
        .startsWith("block 1, record Optional[")
        .contains(" made by ");
  }

  // example
  static String verify(Path export) throws IOException {
    CryptoSuite suite = CryptoSuite.create(new SecureRandomSource());
    int threads = Runtime.getRuntime().availableProcessors();
    try (InputStream file = new BufferedInputStream(Files.newInputStream(export))) {
      VerificationReport report =
          new ChainVerifier(suite, threads).verify(file, ProgressListener.NONE);
      if (report.fault().isPresent()) {
        Fault fault = report.fault().get();
        return String.format(
            "block %d, record %s made by %s: %s",
            fault.height().orElse(0L), fault.record(), fault.party(), fault.explanation());
      }
      var manager = report.state().founding().orElseThrow().systemManager();
      return String.format(
          "valid up to block %d, founded by %s with key %s",
          report.head().orElseThrow().height(),
          manager.code(),
          manager.identity().signingKey().hex());
    }
  }

  // end

  @Test
  void document_shouldShowTheExampleThatRuns() throws IOException {
    Path module = Path.of("").toAbsolutePath();
    String code =
        example(
            IN_CODE,
            module.resolve(
                "src/test/java/org/epione/ledger/verification/VerificationExampleTest.java"));
    assertThat(example(IN_DOCUMENT, module.resolveSibling("docs/verification.md"))).isEqualTo(code);
  }

  private static String example(Pattern pattern, Path file) throws IOException {
    Matcher matcher = pattern.matcher(Files.readString(file));
    assertThat(matcher.find()).isTrue();
    return matcher.group(1).stripTrailing().stripIndent();
  }
}
