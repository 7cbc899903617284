package org.epione.crypto.scheme.multisig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.EpisodeId;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.transcript.Digest;
import org.junit.jupiter.api.Test;

class StatementTest {

  private static final Instant TIME = Instant.parse("2026-11-21T08:00:00.123456789Z");
  private static final Digest DIGEST = Digest.of(new byte[0]);

  private static Statement statement(List<Integer> signers, int position, boolean linked) {
    return new Statement(
        EpisodeId.of(new byte[16]),
        Pseudonym.of(new byte[] {1}),
        signers.stream().map(id -> Pseudonym.of(new byte[] {id.byteValue()})).toList(),
        position,
        TIME,
        DIGEST,
        linked ? Optional.of(DIGEST) : Optional.empty());
  }

  @Test
  void decode_shouldGiveTheStatementBack() {
    for (Statement statement :
        List.of(statement(List.of(1), 1, false), statement(List.of(3, 1, 2), 3, true))) {
      assertThat(Statement.decode(statement.encode())).isEqualTo(statement);
    }
  }

  @Test
  void signer_shouldBeTheOneAtThePosition() {
    assertThat(statement(List.of(3, 1, 2), 3, true).signer())
        .isEqualTo(Pseudonym.of(new byte[] {2}));
  }

  @Test
  void time_shouldHaveMilliseconds() {
    assertThat(statement(List.of(1), 1, false).time())
        .isEqualTo(Instant.parse("2026-11-21T08:00:00.123Z"));
  }

  @Test
  void statement_shouldBeRefused_whenItBreaksItsRules() {
    List<Integer> nine = IntStream.range(0, 9).boxed().toList();
    refused(List.of(), 1, false);
    refused(nine, 1, false);
    refused(List.of(1, 1), 1, false);
    refused(List.of(1, 2), 0, false);
    refused(List.of(1, 2), 3, true);
    refused(List.of(1, 2), 1, true);
    refused(List.of(1, 2), 2, false);
  }

  private static void refused(List<Integer> signers, int position, boolean linked) {
    assertThatThrownBy(() -> statement(signers, position, linked))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void decode_shouldRefuse_whenTheEncodedStatementBreaksItsRules() {
    byte[] encoded = statement(List.of(1), 1, false).encode();
    int position = encoded.length - 1 - Digest.LENGTH - 8 - 1;
    assertThat(encoded[position]).isEqualTo((byte) 1);
    encoded[position] = 2;
    assertThatThrownBy(() -> Statement.decode(encoded))
        .isInstanceOf(MalformedEncodingException.class)
        .hasMessageContaining("position");
  }

  @Test
  void decode_shouldRefuse_whenCutOrLonger() {
    byte[] encoded = statement(List.of(1, 2), 2, true).encode();
    IntStream.rangeClosed(0, encoded.length + 1)
        .filter(length -> length != encoded.length)
        .forEach(
            length ->
                assertThatThrownBy(() -> Statement.decode(Arrays.copyOf(encoded, length)))
                    .isInstanceOf(MalformedEncodingException.class));
  }
}
