package org.epione.attachment.boundary;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file that was opened and found to be exactly what was signed, before its first byte is given.
 *
 * @param content its {@code size} bytes, decrypted as they are read; who has it closes it
 */
public record Download(String name, String mediaType, long size, InputStream content)
    implements Closeable {

  @Override
  public void close() throws IOException {
    content.close();
  }

  /** Never the name. */
  @Override
  public String toString() {
    return "Download of " + size + " bytes";
  }
}
