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

  /**
   * What Payara says when the server itself did not start; its process stays there. Seen once in
   * some thousand starts: two of its services are made at one time, and one meets a list that the
   * other changes (ConcurrentModificationException in HK2).
   */
  private static final Pattern NOT_STARTED = Pattern.compile("Server failed to start");

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

  /** What a log says of a start. */
  enum Start {
    /** Nothing that speaks against it. */
    GOES_ON,
    /** The server itself did not start, and its process will never serve. */
    NO_SERVER,
    /** The application could not be deployed, or not with these settings. */
    NO_APPLICATION
  }

  /** What came since the last look. */
  Start look() throws IOException {
    if (!Files.exists(file)) {
      return Start.GOES_ON;
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
      if (FAILED.matcher(text).find()) {
        return Start.NO_APPLICATION;
      }
      return NOT_STARTED.matcher(text).find() ? Start.NO_SERVER : Start.GOES_ON;
    }
  }
}
