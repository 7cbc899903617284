package org.epione.cloud.boundary;

import java.util.List;
import java.util.Set;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.RecordId;

/**
 * {@code cloud.found}, cloud to hospital: how far a search is, and what it has found so far. Each
 * says all that the one before said, so that none has to arrive.
 *
 * @param tested records that were tested
 * @param unreadable records that could not be, since the cloud lost or changed what it stored
 * @param total records of the hospital when the search began; what was stored meanwhile may be
 *     tested too
 * @param found the records that match, each once, at most {@value #MAX_FOUND}
 */
public record SearchFound(
    SearchId search,
    SearchState state,
    long tested,
    long unreadable,
    long total,
    List<RecordId> found) {

  public static final String TYPE = "cloud.found";

  /** Most records that are told: more than a patient can have. */
  public static final int MAX_FOUND = 1000;

  private static final String TAG = "epione.cloud.found";
  private static final long MOST = 1L << 40;

  public SearchFound {
    found = List.copyOf(found);
    if (outside(tested) || outside(unreadable) || outside(total)) {
      throw new MalformedEncodingException(TAG + ": no number of records");
    }
    if (found.size() > Math.min(tested, MAX_FOUND) || Set.copyOf(found).size() < found.size()) {
      throw new MalformedEncodingException(TAG + ": more found than can be");
    }
  }

  private static boolean outside(long number) {
    return number < 0 || number > MOST;
  }

  /** The canonical encoding. */
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    search.write(to);
    return to.text(state.name())
        .u64(tested)
        .u64(unreadable)
        .u64(total)
        .list(found, (out, each) -> out.fixed(each.bytes(), RecordId.LENGTH))
        .toByteArray();
  }

  /** Reads back {@link #encode}. */
  public static SearchFound decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    SearchId search = SearchId.read(in);
    String state = in.text(16);
    long tested = in.u64();
    long unreadable = in.u64();
    long total = in.u64();
    List<RecordId> found = in.list(MAX_FOUND, each -> RecordId.of(each.fixed(RecordId.LENGTH)));
    return in.end(
        () ->
            new SearchFound(search, SearchState.valueOf(state), tested, unreadable, total, found));
  }
}
