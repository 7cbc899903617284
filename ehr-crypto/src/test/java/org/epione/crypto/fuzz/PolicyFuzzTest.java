package org.epione.crypto.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.epione.crypto.policy.AccessPolicy;
import org.epione.crypto.policy.PolicySyntaxException;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyFuzzTest {

  static Stream<byte[]> texts() {
    return Stream.of(
            "a",
            "role:nurse and (ward:5 or ward:6)",
            "2 of (a, b, c and not d)",
            "((a or b) and 3 of (a, b, c, d)) or \"x\"")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  /** A text is refused by name, or is read to a policy whose canonical text is read to it again. */
  @MethodSource("texts")
  @FuzzTest(maxDuration = "")
  void policyText(byte[] data) {
    AccessPolicy policy;
    try {
      policy = AccessPolicy.parse(new String(data, StandardCharsets.UTF_8));
    } catch (PolicySyntaxException e) {
      return;
    }
    assertThat(AccessPolicy.parse(policy.text())).isEqualTo(policy);
    assertThat(AccessPolicy.decode(policy.encode())).isEqualTo(policy);
  }
}
