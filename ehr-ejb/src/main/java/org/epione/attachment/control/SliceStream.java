package org.epione.attachment.control;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The slices of an upload one after the other. Each is a sealed stream that is read to its end, so
 * none can be cut, and a slice that is not there or of another length ends it with an exception.
 */
final class SliceStream extends InputStream {

  /** Opens the slice that begins there. */
  @FunctionalInterface
  interface Slices {
    InputStream at(long offset) throws IOException;
  }

  private final long size;
  private final Slices slices;
  private long given;
  private long begun;
  private @Nullable InputStream slice;

  SliceStream(long size, Slices slices) {
    this.size = size;
    this.slices = slices;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, buffer.length);
    if (length == 0) {
      return 0;
    }
    while (slice != null || given < size) {
      if (slice == null) {
        slice = slices.at(given);
        begun = given;
      }
      int read = slice.read(buffer, offset, length);
      if (read > 0) {
        given += read;
        if (given > size) {
          throw new EOFException("more than was received");
        }
        return read;
      }
      slice.close();
      slice = null;
      if (given == begun) {
        throw new EOFException("a slice is empty");
      }
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    if (slice != null) {
      slice.close();
    }
  }
}
