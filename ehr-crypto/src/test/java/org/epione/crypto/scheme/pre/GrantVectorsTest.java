package org.epione.crypto.scheme.pre;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.Suites;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.vectors.TestVector;
import org.epione.crypto.vectors.VectorFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GrantVectorsTest {

  private final CryptoSuite suite = Suites.blst("vectors");

  static Stream<TestVector> vectors() {
    return VectorFile.stream("grant/verify.json");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void verify_shouldHold_whereTheVectorSaysSo(TestVector vector) {
    assertThat(holds(vector)).isEqualTo(vector.isValid());
    if (vector.isValid()) {
      assertThat(Grant.decode(vector.input("grant")).digest().bytes())
          .isEqualTo(vector.expected("digest"));
    }
  }

  private boolean holds(TestVector vector) {
    try {
      Grant grant = Grant.decode(vector.input("grant"));
      return grant.isValidAt(Instant.parse(vector.inputText("timeText")))
          && suite
              .grants()
              .verify(
                  suite.bls().decodePublicKey(vector.input("publicKey")),
                  grant,
                  suite.bls().decodeSignature(vector.input("signature")));
    } catch (MalformedEncodingException e) {
      return false;
    }
  }
}
