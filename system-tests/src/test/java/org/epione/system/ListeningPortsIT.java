package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The server opens no port to other machines that its operator did not ask for. */
class ListeningPortsIT {
  private static final String LISTENING = "0A";
  // 127.0.0.1, in the byte order of /proc, also as an address of IPv6, and ::1.
  private static final List<String> LOOPBACK =
      List.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");

  private final World world = World.played();

  @Test
  void server_shouldListenOnThisMachineOnly_whenNothingElseIsSet() throws IOException {
    Path process = Path.of("/proc", Long.toString(world.processId().orElse(0L)));
    assumeThat(process.resolve("net/tcp")).as("a server of our own, on Linux").exists();
    Set<String> sockets = socketsOf(process);
    List<String> open =
        Stream.of("net/tcp", "net/tcp6")
            .flatMap(table -> lines(process.resolve(table)))
            .map(line -> line.strip().split("\\s+"))
            .filter(fields -> fields[3].equals(LISTENING) && sockets.contains(fields[9]))
            .map(fields -> fields[1])
            .toList();
    assertThat(open).isNotEmpty();
    assertThat(open)
        .allMatch(address -> LOOPBACK.contains(address.substring(0, address.indexOf(':'))));
  }

  private static Set<String> socketsOf(Path process) throws IOException {
    Set<String> inodes = new HashSet<>();
    try (Stream<Path> descriptors = Files.list(process.resolve("fd"))) {
      for (Path descriptor : descriptors.toList()) {
        String target = linkOf(descriptor);
        if (target.startsWith("socket:[")) {
          inodes.add(target.substring("socket:[".length(), target.length() - 1));
        }
      }
    }
    return inodes;
  }

  /** Where a descriptor leads; empty where it was closed meanwhile. */
  private static String linkOf(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException closed) {
      return "";
    }
  }

  private static Stream<String> lines(Path table) {
    try {
      return Files.exists(table) ? Files.readAllLines(table).stream().skip(1) : Stream.empty();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
