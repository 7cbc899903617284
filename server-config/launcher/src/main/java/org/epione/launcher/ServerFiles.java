package org.epione.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The files around a running server: its scratch folder, which holds nothing of worth and is made
 * anew at each start, and its logs.
 */
final class ServerFiles {

  private final Path scratch;
  private final Path logs;

  ServerFiles(Path home) {
    this.scratch = home.resolve("server");
    this.logs = home.resolve("logs");
  }

  /** Empties the scratch folder and writes the server's own configuration into it. */
  void prepare(ServerSettings settings) throws IOException {
    deleteTree(scratch);
    Files.createDirectories(scratch);
    Files.createDirectories(logs);
    Files.writeString(hazelcast(), template("hazelcast.xml"));
    // In a log handler's pattern a percent sign begins a field.
    String logFolder = logs.toString().replace("%", "%%").replace('\\', '/');
    Files.writeString(logging(), template("logging.properties").replace("{logs}", logFolder));
    Files.writeString(
        beforeBoot(),
        template("before-boot.asadmin").replace("{address}", settings.address().getHostAddress()));
  }

  Path root() {
    return scratch.resolve("root");
  }

  Path logging() {
    return scratch.resolve("logging.properties");
  }

  Path beforeBoot() {
    return scratch.resolve("before-boot.asadmin");
  }

  /** The server's timer store is open to this machine only. */
  Path hazelcast() {
    return scratch.resolve("hazelcast.xml");
  }

  /** What the server's process writes outside its log: the virtual machine's last words. */
  Path console() {
    return logs.resolve("console.log");
  }

  Path log() {
    return logs.resolve("server.0.log");
  }

  private static String template(String name) throws IOException {
    try (InputStream in = ServerFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failure)
              throws IOException {
            Files.delete(emptied);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
