package org.epione.account.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTest {

  private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final Instant NOW = Instant.ofEpochSecond(1_111_111_111);
  private static final long STEP = 1_111_111_111 / 30;

  private final OneTimeCodes codes = new OneTimeCodes(6);

  /** The rows of SHA-1 in RFC 6238, appendix B. */
  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void at_shouldGiveTheCodesOfTheStandard(long second, String code) {
    Instant time = Instant.ofEpochSecond(second);

    assertThat(new OneTimeCodes(8).at(KEY, time)).isEqualTo(code);
    assertThat(codes.at(KEY, time)).as("six digits").isEqualTo(code.substring(2));
  }

  @Test
  void stepOf_shouldAcceptThisStepAndItsNeighbours_only() {
    for (int away = -3; away <= 3; away++) {
      String code = codes.at(KEY, NOW.plusSeconds(30L * away));
      if (Math.abs(away) <= 1) {
        assertThat(codes.stepOf(KEY, code, 0, NOW)).as("%d steps", away).hasValue(STEP + away);
      } else {
        assertThat(codes.stepOf(KEY, code, 0, NOW)).as("%d steps", away).isEmpty();
      }
    }
  }

  @Test
  void stepOf_shouldRefuseWhatWasAccepted_andWhatIsOlder() {
    assertThat(codes.stepOf(KEY, codes.at(KEY, NOW), STEP, NOW)).isEmpty();
    assertThat(codes.stepOf(KEY, codes.at(KEY, NOW.minusSeconds(30)), STEP, NOW)).isEmpty();
    assertThat(codes.stepOf(KEY, codes.at(KEY, NOW.plusSeconds(30)), STEP, NOW)).hasValue(STEP + 1);
  }

  @ParameterizedTest
  @CsvSource({"''", "05047", "0504711", "05047l", "٠٥٠٤٧١"})
  void stepOf_shouldRefuseWhatIsNoCode(String typed) {
    assertThat(codes.stepOf(KEY, typed, 0, NOW)).isEmpty();
  }

  @Test
  void uri_shouldBeWhatAuthenticatorsRead() {
    assertThat(codes.uri("grace.m@a", KEY))
        .isEqualTo(
            "otpauth://totp/Epione:grace.m%40a?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Epione&algorithm=SHA1&digits=6&period=30");
  }
}
