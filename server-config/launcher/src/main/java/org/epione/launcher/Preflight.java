package org.epione.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What must hold before anything is started. Each refusal says what to do, and nothing but the
 * installation's own folder was made until then.
 */
final class Preflight {

  static final int LEAST_JAVA = 17;
  private static final long LEAST_BYTES = 512L << 20;

  private final Distribution distribution;
  private final ServerSettings server;

  Preflight(Distribution distribution, ServerSettings server) {
    this.distribution = distribution;
    this.server = server;
  }

  /** Everything but the port. */
  void checkMachine() throws CommandFailure {
    checkJava(Runtime.version().feature());
    if (!distribution.isComplete()) {
      throw new CommandFailure(
          "EHR-9106 The server's files are missing from "
              + distribution.folder()
              + ". Build them: mvn package -DskipTests");
    }
    checkHome(server.home());
    checkSpace(server.home());
  }

  void checkPort() throws CommandFailure {
    checkPort(server.address(), server.port());
  }

  static void checkJava(int feature) throws CommandFailure {
    if (feature < LEAST_JAVA) {
      throw new CommandFailure(
          "EHR-9101 This is Java "
              + feature
              + "; Epione needs Java "
              + LEAST_JAVA
              + " or newer. Install a JDK and set JAVA_HOME to it.");
    }
  }

  static void checkHome(Path home) throws CommandFailure {
    try {
      Files.createDirectories(home);
      Path probe = Files.createTempFile(home, ".probe", "");
      Files.delete(probe);
    } catch (IOException unwritable) {
      throw new CommandFailure(
          "EHR-9102 The folder "
              + home
              + " cannot be written to. Give this user the right to, or set EPIONE_HOME to another"
              + " folder.",
          unwritable);
    }
  }

  static void checkSpace(Path home) throws CommandFailure {
    long free;
    try {
      free = Files.getFileStore(home).getUsableSpace();
    } catch (IOException unreadable) {
      throw new CommandFailure(
          "EHR-9104 The free space at " + home + " cannot be read. Check the file system.",
          unreadable);
    }
    if (free < LEAST_BYTES) {
      throw new CommandFailure(
          "EHR-9104 Only "
              + (free >> 20)
              + " MiB are free at "
              + home
              + ", 512 are needed. Free some, or set EPIONE_HOME to another disk.");
    }
  }

  static void checkPort(InetAddress address, int port) throws CommandFailure {
    try (ServerSocket socket = new ServerSocket()) {
      // As the server itself does it: a port whose last connections still linger is free.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
    } catch (IOException taken) {
      throw new CommandFailure(
          "EHR-9103 Port "
              + port
              + " of "
              + address.getHostAddress()
              + " is taken. Stop what uses it, or set EPIONE_HTTP_PORT to another port.",
          taken);
    }
  }
}
