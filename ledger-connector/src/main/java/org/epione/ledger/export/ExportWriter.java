package org.epione.ledger.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;
import org.epione.crypto.transcript.StreamDigest;
import org.epione.ledger.finality.Countersignature;
import org.epione.ledger.identity.Pid;

/**
 * Writes a chain as a file: header (chain, number of blocks), a snapshot where it does not begin
 * with the founding, each block with its countersignatures, and the SHA-256 of all that. One use,
 * not thread-safe; does not close the stream.
 */
public final class ExportWriter {

  private final OutputStream out;
  private final StreamDigest digest = new StreamDigest();
  private long missing;

  /** Starts an export of a chain from its founding on, with so many blocks. */
  public ExportWriter(OutputStream out, Pid chain, long blocks) throws IOException {
    this(out, chain, blocks, ExportFormat.WHOLE_VERSION);
  }

  /**
   * Starts an export from an anchor on.
   *
   * @param blocks so many, the first of which closes an epoch
   * @param snapshot the sealed state before that block, as encoded
   */
  public ExportWriter(OutputStream out, Pid chain, long blocks, byte[] snapshot)
      throws IOException {
    this(out, chain, blocks, ExportFormat.ANCHORED_VERSION);
    prefixed(snapshot);
  }

  private ExportWriter(OutputStream out, Pid chain, long blocks, int version) throws IOException {
    this.out = out;
    this.missing = blocks;
    CanonicalWriter header = CanonicalWriter.of(ExportFormat.TAG, version);
    chain.write(header);
    write(header.u64(blocks).toByteArray());
  }

  /** Adds the next block, as encoded, which nobody has countersigned. */
  public void add(byte[] block) throws IOException {
    add(block, List.of());
  }

  /** Adds the next block, as encoded, with its countersignatures. */
  public void add(byte[] block, List<Countersignature> votes) throws IOException {
    if (missing == 0) {
      throw new IllegalStateException("more blocks than announced");
    }
    missing--;
    prefixed(block);
    write(number(votes.size()));
    for (Countersignature vote : votes) {
      prefixed(vote.encode());
    }
  }

  /** Ends the export; the digest with which it ends. */
  public Digest finish() throws IOException {
    if (missing != 0) {
      throw new IllegalStateException("fewer blocks than announced");
    }
    Digest end = digest.finish();
    out.write(end.bytes());
    out.flush();
    return end;
  }

  private void prefixed(byte[] bytes) throws IOException {
    write(number(bytes.length));
    write(bytes);
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
  }

  private void write(byte[] bytes) throws IOException {
    digest.update(bytes);
    out.write(bytes);
  }
}
