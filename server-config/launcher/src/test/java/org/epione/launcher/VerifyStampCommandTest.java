package org.epione.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.transparency.SignedNote;
import org.epione.ledger.world.StampingAuthority;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyStampCommandTest {

  private static final Instant TIME = Instant.parse("2026-11-21T08:00:00Z");

  @TempDir Path folder;

  private final LogOfOne world = new LogOfOne();
  private final StampingAuthority authority = authority();
  private final SignedNote head = world.proof(0, 2).checkpoint();
  private final Said said = new Said();

  private static StampingAuthority authority() {
    return new StampingAuthority(TIME.minus(Duration.ofDays(1)), TIME.plus(Duration.ofDays(1)));
  }

  @BeforeEach
  void write() throws Exception {
    byte[] imprint = Digest.of(head.text().getBytes(StandardCharsets.UTF_8)).bytes();
    write("head", head.encode());
    write("stamp", authority.stamp(imprint, BigInteger.ONE, TIME));
    write("pem", authority.pem());
  }

  private void write(String name, byte[] content) throws Exception {
    Files.write(folder.resolve(name), content);
  }

  private int verify(String key) throws CommandFailure {
    return new VerifyStampCommand()
        .run(
            List.of(
                folder.resolve("head").toString(),
                folder.resolve("stamp").toString(),
                folder.resolve("pem").toString(),
                key),
            said.terminal);
  }

  @Test
  void stamp_shouldHoldAndSayWhen() throws Exception {
    assertThat(verify(world.log.key.text())).isZero();
    assertThat(said.output()).startsWith("VALID").contains("2026-11-21T08:00:00Z");
  }

  @Test
  void stamp_shouldFail_whenItIsOfAnotherHead() throws Exception {
    write("head", world.proof(0, 2).checkpoint().encode());
    assertThat(verify(world.log.key.text())).isEqualTo(1);
    assertThat(said.complaints()).startsWith("NOT VALID").contains("something else");
  }

  @Test
  void stamp_shouldFail_whenTheAuthorityDoesNotCount() throws Exception {
    write("pem", authority().pem());
    assertThat(verify(world.log.key.text())).isEqualTo(1);
    assertThat(said.complaints()).contains("does not count");
  }

  @Test
  void stamp_shouldFail_whenAnotherLogSignedTheHead() throws Exception {
    assertThat(verify(new LogOfOne().log.key.text())).isEqualTo(1);
    assertThat(said.complaints()).contains("is not signed");
  }

  @Test
  void stamp_shouldFail_whenAFileIsSomethingElse() throws Exception {
    write("stamp", head.encode());
    assertThat(verify(world.log.key.text())).isEqualTo(1);
    assertThat(said.complaints()).contains("malformed");
  }

  @Test
  void files_shouldNotBeLookedAt_withoutAllArguments() {
    assertThatThrownBy(() -> new VerifyStampCommand().run(List.of("a", "b"), said.terminal))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("verify-stamp");
  }
}
