package org.epione.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.epione.ledger.transparency.LogProof;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code docs/auditing.md} gives to auditors, run as they would: Python and OpenSSL, which
 * have nothing of ours, agree with us about each proof. Skipped where one of the two is not
 * installed.
 */
class AuditingGuideTest {

  private static final Pattern SCRIPT = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  private final LogOfOne world = new LogOfOne();

  private record Outcome(int status, String said) {}

  @BeforeEach
  void takeTheScript() throws Exception {
    assumeTrue(runs("python3", "--version") && runs("openssl", "version"), "no python3 or openssl");
    Path guide = Path.of("").toAbsolutePath().resolve("../../docs/auditing.md");
    Matcher script = SCRIPT.matcher(Files.readString(guide));
    assertThat(script.find()).isTrue();
    Files.writeString(folder.resolve("check.py"), script.group(1));
  }

  @Test
  void script_shouldSayValid_forEachRecordOfEachTree() throws Exception {
    for (int[] place : new int[][] {{0, 1}, {0, 2}, {1, 2}, {2, 3}, {4, 7}, {6, 7}, {5, 8}}) {
      Outcome outcome = check(text(world.proof(place[0], place[1])), world.log.key.text());
      assertThat(outcome.said())
          .isEqualTo("VALID: record " + place[0] + " of " + place[1] + " in epione/HOSPITAL-A/1");
      assertThat(outcome.status()).isZero();
    }
  }

  @Test
  void script_shouldSayNotValid_whenAnythingIsAnothers() throws Exception {
    LogProof proof = world.proof(4, 7);
    String good = text(proof);
    String key = world.log.key.text();
    LogProof other = world.proof(4, 7);
    String another = text(other);

    assertThat(check(good.replace("index 4", "index 5"), key).said())
        .isEqualTo("NOT VALID: the record is not under this head");
    assertThat(check(good.replace(line(good, 1), line(another, 1)), key).said())
        .isEqualTo("NOT VALID: the record is not under this head");
    assertThat(check(good.replace(line(good, 4) + "\n", ""), key).said())
        .isEqualTo("NOT VALID: the record is not under this head");
    assertThat(check(good.replace(line(good, 9), line(another, 9)), key).said())
        .isEqualTo("NOT VALID: the record is not under this head");
    assertThat(check(good.replace(line(good, 11), line(another, 11)), key).said())
        .isEqualTo("NOT VALID: the signature is not the log's");
    assertThat(check(good, new LogOfOne().log.key.text()).said())
        .isEqualTo("NOT VALID: the signature is not the log's");
    assertThat(check(good, world.witness.key.text()).said())
        .isEqualTo("NOT VALID: not a proof of this log");
    assertThat(check(good.replace(line(good, 11) + "\n", ""), key).said())
        .isEqualTo("NOT VALID: the log did not sign this head");
  }

  private Outcome check(String proof, String key) throws Exception {
    Files.writeString(folder.resolve("proof"), proof);
    Process process =
        new ProcessBuilder("python3", "check.py", "proof", key)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return new Outcome(process.waitFor(), said);
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(List.of(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException notInstalled) {
      return false;
    }
  }

  private static String text(LogProof proof) {
    return new String(proof.encode(), StandardCharsets.UTF_8);
  }

  private static String line(String text, int number) {
    return text.split("\n", -1)[number];
  }
}
