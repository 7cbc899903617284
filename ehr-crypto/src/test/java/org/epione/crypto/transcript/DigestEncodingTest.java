package org.epione.crypto.transcript;

import java.util.List;
import org.epione.crypto.encoding.Encoding;
import org.epione.crypto.encoding.EncodingContract;

class DigestEncodingTest extends EncodingContract {

  @Override
  protected List<Encoding<?>> encodings() {
    return List.of(
        Encoding.of(Digest.class, Digest::decode, Digest::bytes, Digest.of(new byte[0])));
  }
}
