package org.epione.crypto.scheme.pake;

import java.util.ArrayList;
import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.curve.P256Point;
import org.epione.crypto.encoding.Encoding;
import org.epione.crypto.encoding.EncodingContract;

class PakeEncodingTest extends EncodingContract {

  @Override
  protected List<Encoding<?>> encodings() {
    List<Encoding<?>> encodings = new ArrayList<>();
    encodings.add(
        Encoding.secret(
            PasswordVerifier.class,
            PasswordVerifier::restore,
            PasswordVerifier::export,
            new Appointment("encoding").verifier));
    for (Party party : Party.values()) {
      encodings.add(
          new Encoding<>(
              party + " share",
              P256Point.class,
              party::decodeShare,
              share -> party.encodeShare(share).bytes(),
              List.of(P256Point.generator())));
      encodings.add(
          new Encoding<>(
              party + " confirmation",
              ByteString.class,
              encoded -> ByteString.of(party.decodeConfirmation(encoded)),
              confirmation -> party.encodeConfirmation(confirmation.bytes()).bytes(),
              List.of(ByteString.of(new byte[32]))));
    }
    return encodings;
  }
}
