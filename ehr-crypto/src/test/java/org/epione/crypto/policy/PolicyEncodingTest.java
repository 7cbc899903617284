package org.epione.crypto.policy;

import java.util.List;
import org.epione.crypto.encoding.Encoding;
import org.epione.crypto.encoding.EncodingContract;

class PolicyEncodingTest extends EncodingContract {

  @Override
  protected List<Encoding<?>> encodings() {
    return List.of(
        Encoding.of(
            AccessPolicy.class,
            AccessPolicy::decode,
            AccessPolicy::encode,
            AccessPolicy.parse("a"),
            AccessPolicy.parse("role:nurse and (ward:5 or 2 of (a, b and c, d or e))")));
  }
}
