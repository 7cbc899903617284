package org.epione.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What the server logs in this run. Payara Micro goes on without an application that it could not
 * deploy; only its log tells.
 */
final class ServerLog {

  /**
   * What Payara says in the phases of a deployment, followed by the archive's name or not; and the
   * application's own codes for settings and files that it cannot start with.
   */
  private static final Pattern FAILED =
      Pattern.compile(
          "Exception while (deploying|loading|starting|preparing) the app|EHR-90(0\\d|1[0-2])");

  private static final int LONGEST = 64;

  private final Path file;
  private long read;
  private String rest = "";

  private ServerLog(Path file, long read) {
    this.file = file;
    this.read = read;
  }

  /** The log from its present end. */
  static ServerLog fromNowOn(Path file) throws IOException {
    return new ServerLog(file, Files.exists(file) ? Files.size(file) : 0);
  }

  Path file() {
    return file;
  }

  /** Whether what came since the last look says that the application could not be deployed. */
  boolean showsFailedDeployment() throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      if (channel.size() < read) {
        // A full log was put aside and a new one begun.
        read = 0;
      }
      channel.position(read);
      ByteBuffer fresh = ByteBuffer.allocate((int) Math.min(channel.size() - read, 1 << 20));
      read += Math.max(0, channel.read(fresh));
      String text = rest + new String(fresh.array(), 0, fresh.position(), StandardCharsets.UTF_8);
      // The words may be cut in two by the end of what was written so far.
      rest = text.substring(Math.max(0, text.length() - LONGEST));
      return FAILED.matcher(text).find();
    }
  }
}
