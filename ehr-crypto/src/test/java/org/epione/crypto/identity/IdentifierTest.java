package org.epione.crypto.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.random.DeterministicRandomSource;
import org.junit.jupiter.api.Test;

class IdentifierTest {

  @Test
  void of_shouldRefuse_whenLengthIsWrong() {
    for (Function<byte[], Object> of :
        List.<Function<byte[], Object>>of(EpisodeId::of, RecordId::of, Nonce::of)) {
      for (int length : new int[] {0, 15, 17}) {
        assertThatThrownBy(() -> of.apply(new byte[length]))
            .isInstanceOf(MalformedEncodingException.class);
      }
    }
    for (int length : new int[] {0, 257}) {
      assertThatThrownBy(() -> Pseudonym.of(new byte[length]))
          .isInstanceOf(MalformedEncodingException.class);
    }
  }

  @Test
  void identifiers_shouldBeEqual_whenTheirBytesAre() {
    DeterministicRandomSource random = new DeterministicRandomSource("identifiers");
    EpisodeId episode = EpisodeId.random(random);
    RecordId record = RecordId.random(random);
    Nonce nonce = Nonce.random(random);
    Pseudonym pseudonym = Pseudonym.of(new byte[] {1});
    assertThat(episode).isEqualTo(EpisodeId.of(episode.bytes())).hasToString(episode.hex());
    assertThat(record).isEqualTo(RecordId.of(record.bytes())).hasToString(record.hex());
    assertThat(nonce).isEqualTo(Nonce.of(nonce.bytes())).hasToString(nonce.hex());
    assertThat(pseudonym).isEqualTo(Pseudonym.of(pseudonym.bytes())).hasToString("Pseudonym(1)");
    assertThat((Object) EpisodeId.of(record.bytes())).isNotEqualTo(record);
    assertThat(pseudonym).isNotEqualTo(Pseudonym.of(new byte[] {2}));
  }
}
