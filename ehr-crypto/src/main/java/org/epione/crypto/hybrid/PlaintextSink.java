package org.epione.crypto.hybrid;

import java.io.IOException;

/**
 * Where {@link StreamingAead#open} puts what it decrypts. What is written is authentic but perhaps
 * not all: nobody may see it or act on it before {@link #commit}. A temporary file that commit
 * moves to its place fulfils this. Exactly one of commit and discard ends it.
 */
public interface PlaintextSink {

  /** The next bytes; the array belongs to the caller. */
  void write(byte[] plaintext, int offset, int length) throws IOException;

  /** The end was reached: what was written is all of it. */
  void commit() throws IOException;

  /** The stream was refused or could not be read: forget what was written. */
  void discard();
}
