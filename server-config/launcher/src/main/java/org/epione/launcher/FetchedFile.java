package org.epione.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.epione.demo.client.PortalSession;
import org.epione.station.DurableFiles;

/**
 * A file that a command fetches from the portal: there whole and on the disk, readable by its owner
 * only, or not there. One that exists is left alone.
 */
final class FetchedFile {

  private static final int PIECE = 1 << 16;
  private static final long SHOWN_EVERY = 4L << 20;
  private static final double MEGABYTE = 1e6;

  private FetchedFile() {}

  /** Refuses where there is such a file. */
  static void requireNone(Path file) throws CommandFailure {
    if (Files.exists(file)) {
      throw exists(file);
    }
  }

  /**
   * Fetches what is at that path of the portal.
   *
   * @return number of bytes
   */
  static long fetch(PortalSession session, String path, Path file, Terminal terminal)
      throws CommandFailure {
    try {
      return session.read(
          path,
          (content, length) -> {
            long[] done = new long[1];
            DurableFiles.writeNew(file, out -> done[0] = copied(content, out, length, terminal));
            return done[0];
          });
    } catch (FileAlreadyExistsException there) {
      throw exists(file);
    } catch (IOException unwritable) {
      throw new CommandFailure(
          "EHR-9112 " + file + " cannot be written. Name a file in a folder you may write to.",
          unwritable);
    }
  }

  private static long copied(InputStream content, OutputStream out, long length, Terminal terminal)
      throws IOException {
    byte[] piece = new byte[PIECE];
    long done = 0;
    long shown = 0;
    for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
      out.write(piece, 0, read);
      done += read;
      if (terminal.isWatched() && done - shown >= SHOWN_EVERY) {
        shown = done;
        terminal.show(
            String.format(
                Locale.ROOT, "\r%.0f of %.0f MB fetched ", done / MEGABYTE, length / MEGABYTE));
      }
    }
    if (shown > 0) {
      terminal.show("\r" + " ".repeat(40) + "\r");
    }
    return done;
  }

  private static CommandFailure exists(Path file) {
    return new CommandFailure(
        "EHR-9112 " + file + " exists. Name another file, or remove this one.");
  }
}
