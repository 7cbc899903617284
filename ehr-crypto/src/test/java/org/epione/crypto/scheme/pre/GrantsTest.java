package org.epione.crypto.scheme.pre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.Suites;
import org.epione.crypto.Tampering;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.HpkePublicKey;
import org.epione.crypto.identity.Nonce;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.signature.BlsSecretKey;
import org.epione.crypto.signature.BlsSignature;
import org.junit.jupiter.api.Test;

class GrantsTest {

  private static final Instant FROM = Instant.parse("2026-11-21T08:00:00Z");
  private static final Instant TO = FROM.plusSeconds(3600);
  private static final RecordId RECORD = RecordId.of(new byte[16]);

  private final CryptoSuite suite = Suites.blst("grant");
  private final Grants grants = suite.grants();
  private final BlsSecretKey patient = suite.bls().generate();
  private final HpkePublicKey receivingKey = suite.hpke().generate().publicKey();
  private final Grant grant = grant(List.of(RECORD), "second opinion", FROM, TO);

  private Grant grant(List<RecordId> records, String purpose, Instant from, Instant to) {
    return new Grant(
        Pseudonym.of(new byte[] {1}),
        Pseudonym.of(new byte[] {2}),
        receivingKey,
        records,
        purpose,
        from,
        to,
        Nonce.of(new byte[16]));
  }

  @Test
  void verify_shouldHold_onlyForThePatientsSignatureOnThisGrant() {
    BlsSignature signature = grants.sign(patient, grant);
    assertThat(Grant.decode(grant.encode())).isEqualTo(grant);
    assertThat(grants.verify(patient.publicKey(), grant, signature)).isTrue();
    assertThat(grants.verify(suite.bls().generate().publicKey(), grant, signature)).isFalse();
    assertThat(
            grants.verify(
                patient.publicKey(),
                grant(List.of(RECORD), "second opinion", FROM, TO.plusSeconds(1)),
                signature))
        .isFalse();
  }

  @Test
  void verify_shouldFailOrDecodingRefuse_whenAnyByteIsChanged() {
    BlsSignature signature = grants.sign(patient, grant);
    Tampering.everyByte(grant.encode())
        .forEach(changed -> assertThat(accepts(changed, signature)).isFalse());
  }

  private boolean accepts(byte[] encoded, BlsSignature signature) {
    try {
      return grants.verify(patient.publicKey(), Grant.decode(encoded), signature);
    } catch (MalformedEncodingException e) {
      return false;
    }
  }

  @Test
  void decode_shouldRefuse_whenCutOrLonger() {
    byte[] encoded = grant.encode();
    IntStream.rangeClosed(0, encoded.length + 1)
        .filter(length -> length != encoded.length)
        .forEach(
            length ->
                assertThatThrownBy(() -> Grant.decode(Arrays.copyOf(encoded, length)))
                    .isInstanceOf(MalformedEncodingException.class));
  }

  @Test
  void isValidAt_shouldIncludeBothEnds() {
    assertThat(grant.isValidAt(FROM)).isTrue();
    assertThat(grant.isValidAt(TO)).isTrue();
    assertThat(grant.isValidAt(FROM.minusMillis(1))).isFalse();
    assertThat(grant.isValidAt(TO.plusMillis(1))).isFalse();
  }

  @Test
  void grant_shouldBeRefused_whenItBreaksItsRules() {
    List<RecordId> many =
        IntStream.rangeClosed(0, Grant.MAX_RECORDS)
            .mapToObj(
                i -> {
                  byte[] id = new byte[16];
                  id[0] = (byte) (i >> 8);
                  id[1] = (byte) i;
                  return RecordId.of(id);
                })
            .toList();
    for (List<RecordId> records : List.of(List.<RecordId>of(), List.of(RECORD, RECORD), many)) {
      assertThatThrownBy(() -> grant(records, "", FROM, TO))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> grant(List.of(RECORD), "", TO, FROM))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> grant(List.of(RECORD), "a".repeat(1001), FROM, TO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void grant_shouldShowNothing_whenPrinted() {
    assertThat(grant).hasToString("Grant");
  }
}
