package org.epione.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the server's process is called. No secret is ever among the words. */
final class ServerCommandLine {

  /** From here on Java warns about the pairing library's native code unless it is announced. */
  private static final int JAVA_WITH_NATIVE_WARNING = 22;

  private ServerCommandLine() {}

  static List<String> of(ServerSettings settings, Distribution distribution, ServerFiles files) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("-Xms256m");
    words.add("-Xmx" + settings.memory());
    // Without memory a server answers wrongly at length; dead, it is noticed and started again.
    words.add("-XX:+ExitOnOutOfMemoryError");
    if (System.getProperty("os.name").equals("Linux")) {
      // Argon2id reads all over its memory; in pages of 4 KiB that took a quarter longer.
      words.add("-XX:+UseTransparentHugePages");
    }
    words.add("-Djava.awt.headless=true");
    words.add("-Dfile.encoding=UTF-8");
    if (Runtime.version().feature() >= JAVA_WITH_NATIVE_WARNING) {
      words.add("--enable-native-access=ALL-UNNAMED");
    }
    words.add("-Dhazelcast.config=" + files.hazelcast());
    words.add("-jar");
    words.add(distribution.server().toString());
    words.addAll(List.of("--nocluster", "--disablephonehome", "--nohostaware"));
    words.addAll(List.of("--port", Integer.toString(settings.port())));
    words.addAll(List.of("--rootdir", files.root().toString()));
    words.addAll(List.of("--logproperties", files.logging().toString()));
    words.addAll(List.of("--prebootcommandfile", files.beforeBoot().toString()));
    // In this order: the application refers to the adapter.
    words.addAll(List.of("--deploy", distribution.adapter().toString()));
    words.addAll(List.of("--deploy", distribution.application().toString()));
    return words;
  }
}
