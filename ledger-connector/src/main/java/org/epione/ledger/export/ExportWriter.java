package org.epione.ledger.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.StreamDigest;
import org.epione.ledger.identity.Pid;

/**
 * Writes a chain as a file: header (chain, number of blocks), each block with its length, and the
 * SHA-256 of all that. One use, not thread-safe; does not close the stream.
 */
public final class ExportWriter {

  private final OutputStream out;
  private final StreamDigest digest = new StreamDigest();
  private long missing;

  /** Starts an export of a chain with so many blocks. */
  public ExportWriter(OutputStream out, Pid chain, long blocks) throws IOException {
    this.out = out;
    this.missing = blocks;
    CanonicalWriter header = CanonicalWriter.of(ExportFormat.TAG, ExportFormat.VERSION);
    chain.write(header);
    write(header.u64(blocks).toByteArray());
  }

  /** Adds the next block, as encoded. */
  public void add(byte[] block) throws IOException {
    if (missing == 0) {
      throw new IllegalStateException("more blocks than announced");
    }
    missing--;
    write(ByteBuffer.allocate(Integer.BYTES).putInt(block.length).array());
    write(block);
  }

  /** Ends the export. */
  public void finish() throws IOException {
    if (missing != 0) {
      throw new IllegalStateException("fewer blocks than announced");
    }
    out.write(digest.finish().bytes());
    out.flush();
  }

  private void write(byte[] bytes) throws IOException {
    digest.update(bytes);
    out.write(bytes);
  }
}
