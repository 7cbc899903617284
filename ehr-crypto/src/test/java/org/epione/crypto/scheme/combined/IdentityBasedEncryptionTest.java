package org.epione.crypto.scheme.combined;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.Suites;
import org.epione.crypto.Tampering;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.hybrid.Dem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdentityBasedEncryptionTest {

  private final Practice practice = new Practice(Suites.blst("ibe"));
  private final IdentityBasedEncryption ibe = practice.ibe;
  private final IdentityCiphertext toAnna =
      ibe.encrypt(Practice.ANNA, Practice.DATA, Practice.DIAGNOSIS);
  private final RecordCiphertext toRecord =
      ibe.encrypt(Practice.ANNA, practice.record, Practice.DATA, Practice.DIAGNOSIS);
  private final RecordKey recordKey = practice.keys.derive(practice.anna, practice.record);

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
  void decrypt_shouldGiveThePlaintext_toEveryKeyThatMay(CryptoSuite suite) {
    Practice there = new Practice(suite);
    assertThat(
            there.ibe.decrypt(
                there.anna,
                Practice.DATA,
                there.ibe.encrypt(Practice.ANNA, Practice.DATA, Practice.DIAGNOSIS)))
        .isEqualTo(Practice.DIAGNOSIS);
    RecordCiphertext ciphertext =
        there.ibe.encrypt(Practice.ANNA, there.record, Practice.DATA, Practice.DIAGNOSIS);
    assertThat(there.ibe.decrypt(there.anna, Practice.DATA, ciphertext))
        .isEqualTo(Practice.DIAGNOSIS);
    RecordKey key = there.keys.derive(there.anna, there.record);
    assertThat(there.ibe.decrypt(key, Practice.DATA, ciphertext)).isEqualTo(Practice.DIAGNOSIS);
  }

  @Test
  void decrypt_shouldGiveThePlaintext_whenBackendDiffersFromTheEncryptors() {
    CryptoSuite other = Suites.bouncyCastle("ibe");
    PublicParameters parameters =
        other.keyAuthority().decodeParameters(practice.parameters.encode());
    IdentityBasedEncryption there = other.identityBasedEncryption(parameters);
    IdentityKey anna = other.holderKeys(parameters).restoreIdentityKey(practice.anna.export());
    assertThat(there.decrypt(anna, Practice.DATA, there.decodeCiphertext(toAnna.encode())))
        .isEqualTo(Practice.DIAGNOSIS);
    assertThat(there.decrypt(anna, Practice.DATA, there.decodeRecord(toRecord.encode())))
        .isEqualTo(Practice.DIAGNOSIS);
  }

  @Test
  void decrypt_shouldFail_whenKeyIsForAnotherIdentityOrRecord() {
    RecordKey other = practice.keys.derive(practice.anna, practice.otherRecord);
    RecordKey ofBert = practice.keys.derive(practice.bert, practice.record);
    failed(() -> ibe.decrypt(practice.bert, Practice.DATA, toAnna));
    failed(() -> ibe.decrypt(practice.bert, Practice.DATA, toRecord));
    failed(() -> ibe.decrypt(other, Practice.DATA, toRecord));
    failed(() -> ibe.decrypt(ofBert, Practice.DATA, toRecord));
  }

  @Test
  void decrypt_shouldFail_whenAssociatedDataDiffers() {
    failed(() -> ibe.decrypt(practice.anna, new byte[0], toAnna));
    failed(() -> ibe.decrypt(practice.anna, new byte[0], toRecord));
    failed(() -> ibe.decrypt(recordKey, new byte[0], toRecord));
  }

  @Test
  void decrypt_shouldFail_whenAuthorityIsAnother() {
    MasterKey other = practice.authority.setup();
    IdentityKey foreign = practice.authority.issue(other, Practice.ANNA);
    failed(() -> ibe.decrypt(foreign, Practice.DATA, toAnna));
    IdentityBasedEncryption there = practice.suite.identityBasedEncryption(other.parameters());
    failed(() -> there.decrypt(practice.anna, Practice.DATA, toAnna));
  }

  @Test
  void decrypt_shouldFail_whenAnyByteIsChanged() {
    Tampering.everyByte(toAnna.encode()).forEach(changed -> assertThat(opens(changed)).isFalse());
    Tampering.everyByte(toRecord.encode())
        .forEach(
            changed -> {
              assertThat(opensRecord(practice.anna, changed)).isFalse();
              assertThat(opensRecord(changed)).isFalse();
            });
  }

  private boolean opens(byte[] encoded) {
    return succeeds(() -> ibe.decrypt(practice.anna, Practice.DATA, ibe.decodeCiphertext(encoded)));
  }

  private boolean opensRecord(IdentityKey key, byte[] encoded) {
    return succeeds(() -> ibe.decrypt(key, Practice.DATA, ibe.decodeRecord(encoded)));
  }

  private boolean opensRecord(byte[] encoded) {
    return succeeds(() -> ibe.decrypt(recordKey, Practice.DATA, ibe.decodeRecord(encoded)));
  }

  private static boolean succeeds(Runnable opening) {
    try {
      opening.run();
      return true;
    } catch (MalformedEncodingException | DecryptionFailedException e) {
      return false;
    }
  }

  @Test
  void decodings_shouldRefuse_whenCutOrLongerOrOfAnotherKind() {
    byte[] one = toAnna.encode();
    byte[] two = toRecord.encode();
    IntStream.of(0, 1, 40, 200, one.length - 1, one.length + 1)
        .forEach(length -> refused(() -> ibe.decodeCiphertext(Arrays.copyOf(one, length))));
    IntStream.of(0, 1, 40, 200, two.length - 1, two.length + 1)
        .forEach(length -> refused(() -> ibe.decodeRecord(Arrays.copyOf(two, length))));
    refused(() -> ibe.decodeCiphertext(two));
    refused(() -> ibe.decodeRecord(one));
  }

  private static void refused(Runnable decoding) {
    assertThatThrownBy(decoding::run).isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void encodings_shouldComeBackEqual_whenDecoded() {
    assertThat(ibe.decodeCiphertext(toAnna.encode())).isEqualTo(toAnna).hasSameHashCodeAs(toAnna);
    assertThat(ibe.decodeRecord(toRecord.encode())).isEqualTo(toRecord).hasSameHashCodeAs(toRecord);
    assertThat(ibe.decodeRecord(toRecord.encode()).digest()).isEqualTo(toRecord.digest());
    int variable = Practice.ANNA.bytes().length + Practice.DIAGNOSIS.length;
    assertThat(toAnna.encode()).hasSize(variable + 437);
    assertThat(toRecord.encode()).hasSize(variable + 499);
    assertThat(toAnna.recipient()).isEqualTo(Practice.ANNA);
    assertThat(toRecord.recipient()).isEqualTo(Practice.ANNA);
    assertThat(toAnna).isNotEqualTo(ibe.encrypt(Practice.ANNA, Practice.DATA, Practice.DIAGNOSIS));
    assertThat(toAnna).hasToString("IdentityCiphertext");
    assertThat(toRecord).hasToString("RecordCiphertext(" + practice.record + ")");
  }

  @Test
  void encrypt_shouldTakeAnEmptyPlaintextAndRefuseOneThatIsTooLarge() {
    assertThat(
            ibe.decrypt(
                practice.anna, new byte[0], ibe.encrypt(Practice.ANNA, new byte[0], new byte[0])))
        .isEmpty();
    byte[] large = new byte[Payloads.MAX_SEALED - Dem.OVERHEAD + 1];
    assertThatThrownBy(() -> ibe.encrypt(Practice.ANNA, Practice.DATA, large))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ibe.encrypt(Practice.ANNA, practice.record, Practice.DATA, large))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
