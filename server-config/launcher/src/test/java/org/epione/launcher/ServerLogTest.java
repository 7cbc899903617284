package org.epione.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.epione.launcher.ServerLog.Start;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server's log says while it starts, in the words that Payara was seen to write. */
class ServerLogTest {
  private static final String GOOD =
      "2026-12-01T05:52:58.602+0000 INFO PayaraMicro: Disabled Phone Home\n";
  private static final String NO_SERVER =
      """
      2026-12-01T05:52:59.802+0000 SEVERE javax.enterprise.system.core: Startup service failed to start
      MultiException stack 1 of 2
      java.util.ConcurrentModificationException
      2026-12-01T05:53:01.137+0000 SEVERE javax.enterprise.system.core: Failed to start, exiting
      Caused by: org.glassfish.embeddable.GlassFishException: Server failed to start
      """;
  private static final String NO_APPLICATION =
      "2026-12-01T05:53:01 SEVERE core: Exception while loading the app [ehr] : no such pool\n";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void begin() throws IOException {
    file = folder.resolve("server.0.log");
    // Of the start before.
    Files.writeString(file, NO_SERVER + NO_APPLICATION);
  }

  private void add(String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.APPEND);
  }

  @Test
  void look_shouldTellServerFromApplication_andForgetStartsBefore() throws IOException {
    ServerLog log = ServerLog.fromNowOn(file);
    assertThat(log.look()).isEqualTo(Start.GOES_ON);
    add(GOOD);
    assertThat(log.look()).isEqualTo(Start.GOES_ON);
    add(NO_SERVER);
    assertThat(log.look()).isEqualTo(Start.NO_SERVER);
    add(NO_APPLICATION);
    assertThat(log.look()).isEqualTo(Start.NO_APPLICATION);
    assertThat(ServerLog.fromNowOn(folder.resolve("none.log")).look()).isEqualTo(Start.GOES_ON);
  }

  @Test
  void look_shouldSeeWordsThatComeInTwoParts() throws IOException {
    ServerLog log = ServerLog.fromNowOn(file);
    int middle = NO_SERVER.indexOf("Server failed") + 9;
    add(NO_SERVER.substring(0, middle));
    assertThat(log.look()).isEqualTo(Start.GOES_ON);
    add(NO_SERVER.substring(middle));
    assertThat(log.look()).isEqualTo(Start.NO_SERVER);
  }

  @Test
  void look_shouldSayThatThereIsNoApplication_whenItRefusesItsSettings() throws IOException {
    ServerLog log = ServerLog.fromNowOn(file);
    add("WARNING EHR-1024 The broker does not answer.\n");
    assertThat(log.look()).isEqualTo(Start.GOES_ON);
    add("Caused by: EHR-9012 the broker did not become active\n");
    assertThat(log.look()).isEqualTo(Start.NO_APPLICATION);
  }
}
