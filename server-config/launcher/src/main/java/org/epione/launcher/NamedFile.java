package org.epione.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that a person named to be read: what is wrong with it is said with its name. */
final class NamedFile {

  private NamedFile() {}

  /** What is done with the file's content. */
  @FunctionalInterface
  interface Reading<T> {
    T from(InputStream content) throws IOException;
  }

  /** Reads {@code file}; it is closed afterwards. */
  static <T> T read(Path file, Reading<T> reading) throws CommandFailure {
    try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
      return reading.from(content);
    } catch (NoSuchFileException missing) {
      throw new CommandFailure("EHR-9112 There is no file " + file + ".", missing);
    } catch (IOException unreadable) {
      throw new CommandFailure("EHR-9112 " + file + " cannot be read: " + unreadable, unreadable);
    }
  }

  /** The whole content of {@code file}, at most {@code max} bytes. */
  static byte[] readShort(Path file, int max) throws CommandFailure {
    byte[] content = read(file, in -> in.readNBytes(max + 1));
    if (content.length > max) {
      throw new CommandFailure("EHR-9112 " + file + " is too large for what it should be.");
    }
    return content;
  }
}
