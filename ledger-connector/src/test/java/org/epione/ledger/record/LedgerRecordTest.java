package org.epione.ledger.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.Test;

class LedgerRecordTest {

  private final World world = new World("records");
  private final List<LedgerRecord> oneOfEach = OneOfEach.in(world);

  @Test
  void decode_shouldGiveTheSameRecord_forEveryType() {
    assertThat(oneOfEach.stream().map(LedgerRecord::type).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.allOf(RecordType.class));
    for (LedgerRecord record : oneOfEach) {
      LedgerRecord decoded = LedgerRecord.decode(record.encode());

      assertThat(decoded).isEqualTo(record);
      assertThat(decoded.encode()).isEqualTo(record.encode());
      assertThat(decoded.content()).isEqualTo(record.content());
      assertThat(decoded.id()).isEqualTo(Digest.of(record.encode()));
    }
  }

  @Test
  void decode_shouldRefuse_whenTruncatedOrContinued() {
    for (LedgerRecord record : oneOfEach) {
      byte[] encoded = record.encode();
      for (int length = 0; length < encoded.length; length++) {
        byte[] cut = Arrays.copyOf(encoded, length);
        assertThatThrownBy(() -> LedgerRecord.decode(cut))
            .isInstanceOf(MalformedEncodingException.class);
      }
      byte[] longer = Arrays.copyOf(encoded, encoded.length + 1);
      assertThatThrownBy(() -> LedgerRecord.decode(longer))
          .isInstanceOf(MalformedEncodingException.class);
    }
  }

  @Test
  void decode_shouldRefuseOrGiveAnotherRecord_whenAnyByteIsAltered() {
    for (LedgerRecord record : oneOfEach) {
      byte[] encoded = record.encode();
      for (int i = 0; i < encoded.length; i++) {
        byte[] altered = encoded.clone();
        altered[i] ^= (byte) 0x81;
        try {
          LedgerRecord decoded = LedgerRecord.decode(altered);
          assertThat(decoded).isNotEqualTo(record);
          assertThat(decoded.encode()).isEqualTo(altered);
        } catch (MalformedEncodingException e) {
          assertThat(e).hasMessageNotContaining(world.chain().hex());
        }
      }
    }
  }

  @Test
  void decode_shouldRefuse_whenTooLong() {
    assertThatThrownBy(() -> LedgerRecord.decode(new byte[LedgerRecord.MAX_LENGTH + 1]))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void signed_shouldRefuse_whenTheKindOfSignatureIsNotThatOfTheType() {
    RecordContent content = oneOfEach.get(0).content();

    assertThatThrownBy(
            () -> content.signed(new RecordSignature(SignatureKind.BLS, world.random(48))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RecordSignature.ed25519(new byte[63]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void toSign_shouldDependOnEveryPartOfTheContent() {
    List<byte[]> signed = oneOfEach.stream().map(LedgerRecord::signedBytes).toList();

    assertThat(signed.stream().map(ByteString::of).distinct()).hasSize(oneOfEach.size());
    RecordContent content = oneOfEach.get(1).content();
    assertThat(
            new RecordContent(
                    content.chain(), content.author(), content.time().plusMillis(1), content.body())
                .toSign())
        .isNotEqualTo(content.toSign());
  }

  @Test
  void purpose_shouldBeACode() {
    AccessRequestedBody honest =
        oneOfEach.stream()
            .map(LedgerRecord::body)
            .filter(AccessRequestedBody.class::isInstance)
            .map(AccessRequestedBody.class::cast)
            .findFirst()
            .orElseThrow();

    for (String purpose : List.of("", "treatment of Mrs Jones", "TREAT\n", "A".repeat(33))) {
      assertThatThrownBy(
              () ->
                  new AccessRequestedBody(
                      honest.request(),
                      honest.episode(),
                      honest.doctor(),
                      honest.hospital(),
                      purpose,
                      honest.notAfter()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
