package org.epione.ledger.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.transcript.Digest;
import org.epione.crypto.transcript.StreamDigest;
import org.epione.ledger.block.Block;
import org.epione.ledger.finality.Countersignature;
import org.epione.ledger.identity.Pid;

/**
 * Reads what {@link ExportWriter} wrote, block by block, and refuses anything else with {@link
 * MalformedEncodingException}. Needs memory for the snapshot and one block. One use, not
 * thread-safe.
 */
public final class ExportReader {

  private final InputStream in;
  private final StreamDigest digest = new StreamDigest();
  private final int version;
  private final Pid chain;
  private final long blocks;
  private final Optional<byte[]> snapshot;
  private long read;
  private List<byte[]> votes = List.of();

  /** Reads the header. */
  public ExportReader(InputStream in) throws IOException {
    this.in = in;
    byte[] tag = ExportFormat.TAG.getBytes(StandardCharsets.US_ASCII);
    byte[] expected = ByteBuffer.allocate(tag.length + 1).put((byte) tag.length).put(tag).array();
    byte[] start = take(expected.length);
    this.version = take(1)[0];
    if (!Arrays.equals(start, expected)
        || version < ExportFormat.FIRST_VERSION
        || version > ExportFormat.ANCHORED_VERSION) {
      throw new MalformedEncodingException("not an export of a chain, or of another version");
    }
    int length = number(Pid.MAX_LENGTH, "name of the chain");
    this.chain = Pid.of(take(length));
    this.blocks = ByteBuffer.wrap(take(Long.BYTES)).getLong();
    if (blocks < 0) {
      throw new MalformedEncodingException("number of blocks out of range");
    }
    this.snapshot =
        version == ExportFormat.ANCHORED_VERSION
            ? Optional.of(take(number(ExportFormat.MAX_SNAPSHOT, "snapshot")))
            : Optional.empty();
  }

  /** The state before the first block, as encoded; empty where that is the founding. */
  public Optional<byte[]> snapshot() {
    return snapshot;
  }

  /** Pseudo-identity of the hospital whose chain it says it is. */
  public Pid chain() {
    return chain;
  }

  /** Number of blocks announced. */
  public long blocks() {
    return blocks;
  }

  /** The next block as encoded; empty after the last, when the file's end has been checked. */
  public Optional<byte[]> next() throws IOException {
    if (read == blocks) {
      requireEnd();
      return Optional.empty();
    }
    read++;
    byte[] block = take(number(Block.MAX_LENGTH, "block"));
    votes = version == ExportFormat.FIRST_VERSION ? List.of() : readVotes();
    return Optional.of(block);
  }

  /** The countersignatures, as encoded, of the block that {@link #next} gave last. */
  public List<byte[]> votes() {
    return votes;
  }

  private List<byte[]> readVotes() throws IOException {
    int count = number(ExportFormat.MOST_VOTES, "list of countersignatures");
    List<byte[]> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(take(number(Countersignature.MAX_LENGTH, "countersignature")));
    }
    return all;
  }

  private void requireEnd() throws IOException {
    Digest expected = digest.finish();
    byte[] written = in.readNBytes(Digest.LENGTH);
    if (written.length < Digest.LENGTH) {
      throw new MalformedEncodingException("the file ends too early");
    }
    if (!Digest.decode(written).equals(expected)) {
      throw new MalformedEncodingException("the digest at the end is not that of the file");
    }
    if (in.read() != -1) {
      throw new MalformedEncodingException("the file goes on after its end");
    }
  }

  private int number(int max, String what) throws IOException {
    int number = ByteBuffer.wrap(take(Integer.BYTES)).getInt();
    if (number < 0 || number > max) {
      throw new MalformedEncodingException(what + " too long");
    }
    return number;
  }

  private byte[] take(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new MalformedEncodingException("the file ends too early");
    }
    digest.update(bytes);
    return bytes;
  }
}
