package org.epione.crypto.scheme.combined;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.Suites;
import org.epione.crypto.Tampering;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.policy.AccessPolicy;
import org.epione.crypto.policy.Attribute;
import org.epione.crypto.transcript.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttributeBasedReEncryptionTest {

  private static final String POLICY = "role:researcher and board:ethics";

  private final Practice practice = new Practice(Suites.blst("abpre"));
  private final AttributeBasedReEncryption abpre = practice.abpre;
  private final RecordCiphertext stored =
      practice.ibe.encrypt(Practice.ANNA, practice.record, Practice.DATA, Practice.DIAGNOSIS);
  private final RecordKey recordKey = practice.keys.derive(practice.anna, practice.record);
  private final ReEncryptionTerms terms = practice.terms(POLICY);
  private final RecordReEncryptionKey reKey = abpre.reKey(recordKey, terms);
  private final TurnedRecord turned = abpre.reEncrypt(reKey, stored);
  private final AttributeKey consumer = practice.holder("role:researcher", "board:ethics");

  static List<CryptoSuite> suites() {
    return Suites.both();
  }

  private static void failed(Runnable attempt) {
    assertThatThrownBy(attempt::run)
        .isInstanceOf(DecryptionFailedException.class)
        .hasMessage("decryption failed")
        .hasNoCause();
  }

  @ParameterizedTest
  @MethodSource("suites")
  void decrypt_shouldGiveTheRecord_whenTurnedForAPolicyThatIsSatisfied(CryptoSuite suite) {
    Practice there = new Practice(suite);
    RecordCiphertext ciphertext =
        there.ibe.encrypt(Practice.ANNA, there.record, Practice.DATA, Practice.DIAGNOSIS);
    RecordReEncryptionKey key =
        there.abpre.reKey(there.keys.derive(there.anna, there.record), there.terms("a"));
    TurnedRecord result =
        there.abpre.decodeTurned(
            there
                .abpre
                .reEncrypt(there.abpre.decodeReEncryptionKey(key.encode()), ciphertext)
                .encode());
    assertThat(there.abpre.decrypt(there.holder("a"), there.terms("a"), Practice.DATA, result))
        .isEqualTo(Practice.DIAGNOSIS);
  }

  @Test
  void decrypt_shouldGiveTheRecord_toEveryHolderWhoSatisfiesThePolicy() {
    for (AttributeKey holder :
        List.of(consumer, practice.holder("role:researcher", "board:ethics", "ward:3"))) {
      assertThat(abpre.decrypt(holder, terms, Practice.DATA, turned)).isEqualTo(Practice.DIAGNOSIS);
    }
  }

  @Test
  void decrypt_shouldFail_whenThePolicyIsNotSatisfied() {
    failed(() -> abpre.decrypt(practice.holder("role:researcher"), terms, Practice.DATA, turned));
    AttributeKey foreign =
        practice.authority.issue(
            practice.authority.setup(), Practice.attributes("role:researcher", "board:ethics"));
    failed(() -> abpre.decrypt(foreign, terms, Practice.DATA, turned));
  }

  @Test
  void decrypt_shouldFail_whenAssociatedDataDiffers() {
    failed(() -> abpre.decrypt(consumer, terms, new byte[0], turned));
  }

  @Test
  void decrypt_shouldFail_whenTermsAreOthersInAnyPart() {
    for (ReEncryptionTerms other : otherTerms()) {
      failed(() -> abpre.decrypt(consumer, other, Practice.DATA, turned));
      // The proxy writes them over the ones that the patient set.
      TurnedRecord relabelled =
          new TurnedRecord(other, turned.ciphertext(), turned.x(), turned.theta());
      failed(() -> abpre.decrypt(consumer, other, Practice.DATA, relabelled));
    }
  }

  private List<ReEncryptionTerms> otherTerms() {
    ReEncryptionTerms t = terms;
    AccessPolicy either = AccessPolicy.parse("role:researcher or board:ethics");
    Digest grant = Digest.of(new byte[] {2});
    return List.of(
        with(Practice.BERT, t.record(), t.consumers()),
        with(t.patient(), practice.otherRecord, t.consumers()),
        with(t.patient(), t.record(), either),
        new ReEncryptionTerms(
            t.patient(),
            t.record(),
            t.consumers(),
            "trade",
            t.notBefore(),
            t.notAfter(),
            t.grant()),
        new ReEncryptionTerms(
            t.patient(),
            t.record(),
            t.consumers(),
            t.purpose(),
            t.notBefore().minusMillis(1),
            t.notAfter(),
            t.grant()),
        new ReEncryptionTerms(
            t.patient(),
            t.record(),
            t.consumers(),
            t.purpose(),
            t.notBefore(),
            t.notAfter().plusMillis(1),
            t.grant()),
        new ReEncryptionTerms(
            t.patient(),
            t.record(),
            t.consumers(),
            t.purpose(),
            t.notBefore(),
            t.notAfter(),
            grant));
  }

  private ReEncryptionTerms with(Pseudonym patient, RecordId record, AccessPolicy policy) {
    return new ReEncryptionTerms(
        patient,
        record,
        policy,
        terms.purpose(),
        terms.notBefore(),
        terms.notAfter(),
        terms.grant());
  }

  @Test
  void reEncrypt_shouldFail_whenTheRecordIsAnother() {
    RecordCiphertext other =
        practice.ibe.encrypt(
            Practice.ANNA, practice.otherRecord, Practice.DATA, Practice.DIAGNOSIS);
    RecordCiphertext ofBert =
        practice.ibe.encrypt(Practice.BERT, practice.record, Practice.DATA, Practice.DIAGNOSIS);
    failed(() -> abpre.reEncrypt(reKey, other));
    failed(() -> abpre.reEncrypt(reKey, ofBert));
  }

  @Test
  void reKey_shouldRefuse_whenTermsAreOfAnotherRecord() {
    RecordKey other = practice.keys.derive(practice.anna, practice.otherRecord);
    RecordKey ofBert = practice.keys.derive(practice.bert, practice.record);
    for (RecordKey key : List.of(other, ofBert)) {
      assertThatThrownBy(() -> abpre.reKey(key, terms))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void decrypt_shouldFail_whenAnyByteOfTheTurnedRecordIsChanged() {
    Tampering.everyByte(turned.encode()).forEach(changed -> assertThat(opens(changed)).isFalse());
  }

  private boolean opens(byte[] encoded) {
    try {
      abpre.decrypt(consumer, terms, Practice.DATA, abpre.decodeTurned(encoded));
      return true;
    } catch (MalformedEncodingException | DecryptionFailedException e) {
      return false;
    }
  }

  @Test
  void reEncryptionKey_shouldNotWork_whenAnyByteIsChanged() {
    Tampering.everyByte(reKey.encode()).forEach(changed -> assertThat(works(changed)).isFalse());
  }

  private boolean works(byte[] encoded) {
    try {
      return opens(abpre.reEncrypt(abpre.decodeReEncryptionKey(encoded), stored).encode());
    } catch (MalformedEncodingException | DecryptionFailedException e) {
      return false;
    }
  }

  @Test
  void encodings_shouldComeBackEqual_whenDecoded() {
    assertThat(abpre.decodeReEncryptionKey(reKey.encode()))
        .isEqualTo(reKey)
        .hasSameHashCodeAs(reKey)
        .isNotEqualTo(abpre.reKey(recordKey, terms));
    assertThat(abpre.decodeTurned(turned.encode()))
        .isEqualTo(turned)
        .hasSameHashCodeAs(turned)
        .isNotEqualTo(abpre.reEncrypt(abpre.reKey(recordKey, terms), stored));
    assertThat(ReEncryptionTerms.decode(terms.encode())).isEqualTo(terms);
    assertThat(turned.ciphertext()).isEqualTo(stored);
    assertThat(turned.terms()).isEqualTo(terms);
    assertThat(reKey).hasToString("RecordReEncryptionKey(" + practice.record + ")");
    assertThat(turned).hasToString("TurnedRecord(" + practice.record + ")");
    assertThat(terms).hasToString("ReEncryptionTerms");
  }

  @Test
  void decodings_shouldTakeTheLargestPolicyThereIs() {
    String policy =
        IntStream.range(0, AccessPolicy.MAX_LEAVES)
            .mapToObj(i -> "a".repeat(Attribute.MAX_LENGTH - 3) + (100 + i))
            .collect(Collectors.joining(" or "));
    RecordReEncryptionKey large = abpre.reKey(recordKey, practice.terms(policy));
    assertThat(abpre.decodeReEncryptionKey(large.encode())).isEqualTo(large);
    TurnedRecord result = abpre.reEncrypt(large, stored);
    assertThat(abpre.decodeTurned(result.encode())).isEqualTo(result);
  }

  @Test
  void terms_shouldHoldFromBeginningToEnd_andRefuseToEndBeforeTheyBegin() {
    assertThat(terms.isValidAt(terms.notBefore())).isTrue();
    assertThat(terms.isValidAt(terms.notAfter())).isTrue();
    assertThat(terms.isValidAt(terms.notBefore().minusMillis(1))).isFalse();
    assertThat(terms.isValidAt(terms.notAfter().plusMillis(1))).isFalse();
    assertThatThrownBy(
            () ->
                new ReEncryptionTerms(
                    terms.patient(),
                    terms.record(),
                    terms.consumers(),
                    "",
                    Practice.TIME,
                    Practice.TIME.minus(Duration.ofMillis(1)),
                    terms.grant()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
