package org.epione.cloud.control;

import org.epione.cloud.boundary.SearchId;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.platform.identity.PartyCode;

/**
 * {@code cloud.search-on}, from a cloud to itself: the next portion of a search. So each portion
 * has a transaction of its own, also after a restart.
 *
 * @param portion which one, from 0; it is carried out once
 */
record SearchOn(PartyCode hospital, SearchId search, int portion) {

  static final String TYPE = "cloud.search-on";
  private static final String TAG = "epione.cloud.search-on";
  private static final int MAX_CODE = 32;

  byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1).text(hospital.value());
    search.write(to);
    return to.u32(portion).toByteArray();
  }

  static SearchOn decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in ->
            new SearchOn(
                new PartyCode(in.text(MAX_CODE)),
                SearchId.read(in),
                (int) Math.min(in.u32(), Integer.MAX_VALUE)));
  }
}
