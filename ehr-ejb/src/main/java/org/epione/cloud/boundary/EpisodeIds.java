package org.epione.cloud.boundary;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.RecordId;

/** Ids of episodes as one column of a row: 16 bytes each, one after the other. */
public final class EpisodeIds {

  private EpisodeIds() {}

  /** The bytes of these. */
  public static byte[] join(List<RecordId> episodes) {
    ByteBuffer joined = ByteBuffer.allocate(episodes.size() * RecordId.LENGTH);
    episodes.forEach(each -> joined.put(each.bytes()));
    return joined.array();
  }

  /** Reads back {@link #join}. */
  public static List<RecordId> split(byte[] joined) {
    if (joined.length % RecordId.LENGTH != 0) {
      throw new MalformedEncodingException("ids of episodes are cut");
    }
    List<RecordId> episodes = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(joined);
    while (in.hasRemaining()) {
      byte[] each = new byte[RecordId.LENGTH];
      in.get(each);
      episodes.add(RecordId.of(each));
    }
    return List.copyOf(episodes);
  }
}
