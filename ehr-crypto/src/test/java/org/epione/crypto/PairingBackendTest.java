package org.epione.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.epione.crypto.random.SecureRandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairingBackendTest {

  @TempDir private Path folder;

  @Test
  void choose_shouldTakeBlst_whenItLoads() {
    PairingBackend backend = PairingBackend.choose("");
    assertThat(backend.group().name()).isEqualTo("blst");
    assertThat(backend.notice()).isEmpty();
  }

  @Test
  void choose_shouldTakeBouncyCastleAndSayWhy_whenAskedFor() {
    PairingBackend backend = PairingBackend.choose("bouncycastle");
    assertThat(backend.group().name()).isEqualTo("bouncycastle");
    assertThat(backend.notice().orElseThrow()).contains("30 times slower", "epione.pairing");
  }

  @Test
  void choose_shouldSayWhatIsExpected_whenNameIsUnknown() {
    assertThatThrownBy(() -> PairingBackend.choose("jpbc"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("bouncycastle");
  }

  @Test
  void create_shouldFallBackAndSayWhy_whenNativeLibraryCannotBeUnpacked() throws Exception {
    String missing = folder.resolve("missing").toString();
    assertThat(run("-Djava.io.tmpdir=" + missing))
        .containsExactly("bouncycastle true", "bouncycastle true");
  }

  @Test
  void create_shouldObeyProperty_whenBouncyCastleIsAskedFor() throws Exception {
    assertThat(run("-Depione.pairing=bouncycastle"))
        .containsExactly("bouncycastle false", "bouncycastle false");
  }

  @Test
  void create_shouldFail_whenBlstIsAskedForAndDoesNotLoad() throws Exception {
    String missing = folder.resolve("missing").toString();
    assertThat(run("-Depione.pairing=blst", "-Djava.io.tmpdir=" + missing))
        .containsExactly("IllegalStateException");
  }

  /** Makes two suites, as the second attempt fails differently from the first. */
  public static void main(String[] arguments) {
    for (int i = 0; i < 2; i++) {
      String line;
      try {
        CryptoSuite suite = CryptoSuite.create(new SecureRandomSource());
        line =
            suite.pairingBackend()
                + " "
                + suite.pairingBackendNotice().filter(text -> text.contains("blst")).isPresent();
      } catch (IllegalStateException e) {
        System.out.println(e.getClass().getSimpleName());
        return;
      }
      System.out.println(line);
    }
  }

  private static List<String> run(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(PairingBackendTest.class.getName());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    return output.lines().toList();
  }
}
