package org.epione.crypto.scheme.combined;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.Suites;
import org.epione.crypto.Tampering;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.policy.Attribute;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeysTest {

  private final Practice practice = new Practice(Suites.blst("keys"));
  private final HolderKeys keys = practice.keys;

  static List<CryptoSuite> suites() {
    return Suites.both();
  }

  private static byte[] bytes(SecretBytes exported) {
    return exported.reveal(SecretAccess.token());
  }

  private static void refused(Runnable decoding) {
    assertThatThrownBy(decoding::run).isInstanceOf(MalformedEncodingException.class);
  }

  @ParameterizedTest
  @MethodSource("suites")
  void keys_shouldComeBack_whenExported(CryptoSuite suite) {
    Practice there = new Practice(suite);
    SecretBytes identity = there.anna.export();
    assertThat(there.keys.restoreIdentityKey(identity).export()).isEqualTo(identity);
    assertThat(there.keys.restoreIdentityKey(identity).identity()).isEqualTo(Practice.ANNA);
    RecordKey key = there.keys.derive(there.anna, there.record);
    RecordKey back = there.keys.restoreRecordKey(key.export());
    assertThat(back.export()).isEqualTo(key.export());
    assertThat(back.identity()).isEqualTo(Practice.ANNA);
    assertThat(back.record()).isEqualTo(there.record);
    SecretBytes attributes = there.holder("role:nurse", "ward:3").export();
    AttributeKey nurse = there.keys.restoreAttributeKey(attributes);
    assertThat(nurse.export()).isEqualTo(attributes);
    assertThat(nurse.attributes()).isEqualTo(Practice.attributes("role:nurse", "ward:3"));
    MasterKey master = there.authority.restore(there.master.export());
    assertThat(master.parameters()).isEqualTo(there.parameters).hasSameHashCodeAs(there.parameters);
    assertThat(there.authority.decodeParameters(there.parameters.encode()))
        .isEqualTo(there.parameters);
    assertThat(there.keys.restoreIdentityKey(there.authority.issue(master, Practice.BERT).export()))
        .isNotNull();
  }

  @Test
  void encodings_shouldHaveTheStatedLengths() {
    assertThat(practice.parameters.encode()).hasSize(604);
    assertThat(practice.master.export().length()).isEqualTo(32);
    int pid = Practice.ANNA.bytes().length;
    assertThat(practice.anna.export().length()).isEqualTo(226 + pid);
    assertThat(keys.derive(practice.anna, practice.record).export().length()).isEqualTo(336 + pid);
    assertThat(practice.holder("a", "bc").export().length()).isEqualTo(179 + 2 * 52 + 3);
  }

  @Test
  void issue_shouldGiveDifferentKeys_thatServeAlike() {
    IdentityKey second = practice.authority.issue(practice.master, Practice.ANNA);
    assertThat(second.export()).isNotEqualTo(practice.anna.export());
    IdentityCiphertext ciphertext =
        practice.ibe.encrypt(Practice.ANNA, Practice.DATA, Practice.DIAGNOSIS);
    for (IdentityKey key : List.of(practice.anna, second)) {
      assertThat(practice.ibe.decrypt(key, Practice.DATA, ciphertext))
          .isEqualTo(Practice.DIAGNOSIS);
    }
  }

  @Test
  void restore_shouldRefuse_whenAnyByteOfAnIssuedKeyIsChanged() {
    Tampering.everyByte(bytes(practice.anna.export()))
        .forEach(changed -> refused(() -> keys.restoreIdentityKey(SecretBytes.of(changed))));
    Tampering.everyByte(bytes(keys.derive(practice.anna, practice.record).export()))
        .forEach(changed -> refused(() -> keys.restoreRecordKey(SecretBytes.of(changed))));
    Tampering.everyByte(bytes(practice.holder("a", "b").export()))
        .forEach(changed -> refused(() -> keys.restoreAttributeKey(SecretBytes.of(changed))));
  }

  @Test
  void restore_shouldRefuse_whenAttributesAreRenamedSwappedOrBorrowed() {
    AttributeKey.Elements one = practice.holder("a", "b").elements();
    AttributeKey.Elements two = practice.holder("b", "c").elements();
    Attribute a = Attribute.of("a");
    Attribute b = Attribute.of("b");
    Attribute c = Attribute.of("c");
    for (Map<Attribute, G1> components :
        List.of(
            Map.of(c, one.kx().get(a)),
            Map.of(a, one.kx().get(b), b, one.kx().get(a)),
            Map.of(a, one.kx().get(a), c, two.kx().get(c)))) {
      AttributeKey forged =
          new AttributeKey(
              new AttributeKey.Elements(one.k0(), one.k1(), new TreeMap<>(components)));
      refused(() -> keys.restoreAttributeKey(forged.export()));
    }
    AttributeKey fewer =
        new AttributeKey(
            new AttributeKey.Elements(
                one.k0(), one.k1(), new TreeMap<>(Map.of(b, one.kx().get(b)))));
    assertThat(keys.restoreAttributeKey(fewer.export()).attributes())
        .as("giving up an attribute is anyone's right")
        .containsExactly(b);
  }

  @Test
  void restore_shouldRefuse_whenAttributesAreNotInOrder() {
    byte[] encoded = bytes(practice.holder("a", "b").export());
    int entry = 4 + 1 + 48;
    byte[] swapped = encoded.clone();
    System.arraycopy(encoded, encoded.length - entry, swapped, encoded.length - 2 * entry, entry);
    System.arraycopy(encoded, encoded.length - 2 * entry, swapped, encoded.length - entry, entry);
    refused(() -> keys.restoreAttributeKey(SecretBytes.of(swapped)));
    byte[] twice = encoded.clone();
    System.arraycopy(encoded, encoded.length - entry, twice, encoded.length - 2 * entry, entry);
    refused(() -> keys.restoreAttributeKey(SecretBytes.of(twice)));
  }

  @Test
  void issue_shouldRefuse_whenThereAreNoAttributesOrTooMany() {
    Set<Attribute> many =
        IntStream.rangeClosed(0, AttributeKey.MAX_ATTRIBUTES)
            .mapToObj(i -> Attribute.of("a" + i))
            .collect(Collectors.toSet());
    for (Set<Attribute> attributes : List.of(Set.<Attribute>of(), many)) {
      assertThatThrownBy(() -> practice.authority.issue(practice.master, attributes))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void restore_shouldRefuse_whenCutOrLonger() {
    byte[] identity = bytes(practice.anna.export());
    byte[] record = bytes(keys.derive(practice.anna, practice.record).export());
    IntStream.of(0, 1, 50, identity.length - 1, identity.length + 1)
        .mapToObj(length -> SecretBytes.of(Arrays.copyOf(identity, length)))
        .forEach(cut -> refused(() -> keys.restoreIdentityKey(cut)));
    IntStream.of(0, 1, 50, record.length - 1, record.length + 1)
        .mapToObj(length -> SecretBytes.of(Arrays.copyOf(record, length)))
        .forEach(cut -> refused(() -> keys.restoreRecordKey(cut)));
    refused(() -> keys.restoreRecordKey(practice.anna.export()));
  }

  @Test
  void restore_shouldRefuse_whenKeyIsOfAnotherAuthority() {
    MasterKey other = practice.authority.setup();
    assertThat(other.parameters()).isNotEqualTo(practice.parameters);
    IdentityKey foreign = practice.authority.issue(other, Practice.ANNA);
    refused(() -> keys.restoreIdentityKey(foreign.export()));
    AttributeKey nurse = practice.authority.issue(other, Practice.attributes("role:nurse"));
    refused(() -> keys.restoreAttributeKey(nurse.export()));
    RecordKey derived =
        practice.suite.holderKeys(other.parameters()).derive(foreign, practice.record);
    refused(() -> keys.restoreRecordKey(derived.export()));
  }

  @Test
  void restore_shouldRefuse_whenKeyNamesAnotherIdentityOrRecord() {
    IdentityKey renamed =
        new IdentityKey(Practice.BERT, practice.anna.hashed(), practice.anna.elements());
    refused(() -> keys.restoreIdentityKey(renamed.export()));
    SecondLevel elements = keys.derive(practice.anna, practice.record).elements();
    refused(
        () ->
            keys.restoreRecordKey(
                new RecordKey(Practice.BERT, practice.record, elements).export()));
    refused(
        () ->
            keys.restoreRecordKey(
                new RecordKey(Practice.ANNA, practice.otherRecord, elements).export()));
  }

  @Test
  void restore_shouldRefuse_whenPartsOfTwoKeysOfOneIdentityAreMixed() {
    // Both are right in themselves; a check of each equation alone would have to catch it.
    IdentityKey.Elements one = practice.anna.elements();
    IdentityKey.Elements two = practice.authority.issue(practice.master, Practice.ANNA).elements();
    for (IdentityKey.Elements mixed :
        List.of(
            new IdentityKey.Elements(one.k0(), one.k1(), two.kId()),
            new IdentityKey.Elements(one.k0(), two.k1(), one.kId()),
            new IdentityKey.Elements(two.k0(), one.k1(), one.kId()),
            new IdentityKey.Elements(
                one.k0().multiply(practice.parameters.a()),
                one.k1(),
                one.kId().multiply(practice.parameters.a().inverse())))) {
      refused(
          () ->
              keys.restoreIdentityKey(
                  new IdentityKey(Practice.ANNA, practice.anna.hashed(), mixed).export()));
    }
  }

  @Test
  void decodeParameters_shouldRefuse_whenAnyByteIsChangedOrLengthDiffers() {
    byte[] encoded = practice.parameters.encode();
    Tampering.everyByte(encoded)
        .forEach(changed -> refused(() -> practice.authority.decodeParameters(changed)));
    for (int length : new int[] {0, 1, 603, 605}) {
      refused(() -> practice.authority.decodeParameters(Arrays.copyOf(encoded, length)));
    }
  }

  @Test
  void restore_shouldRefuse_whenMasterKeyIsZeroOrTooLarge() {
    refused(() -> practice.authority.restore(SecretBytes.of(new byte[32])));
    byte[] large = new byte[32];
    Arrays.fill(large, (byte) 0xff);
    refused(() -> practice.authority.restore(SecretBytes.of(large)));
  }

  @Test
  void secrets_shouldShowNothingAndStop_whenPrintedAndClosed() {
    RecordKey key = keys.derive(practice.anna, practice.record);
    AttributeKey nurse = practice.holder("role:nurse");
    assertThat(nurse).hasToString("AttributeKey");
    assertThat(nurse.elements()).hasToString("Elements");
    nurse.close();
    assertThat(key).hasToString("RecordKey");
    assertThat(key.elements()).hasToString("SecondLevel");
    assertThat(practice.anna).hasToString("IdentityKey");
    assertThat(practice.anna.elements()).hasToString("Elements");
    assertThat(practice.master).hasToString("MasterKey");
    key.close();
    practice.anna.close();
    practice.master.close();
    for (Runnable use :
        List.<Runnable>of(
            key::export,
            nurse::export,
            practice.anna::export,
            () -> keys.derive(practice.anna, practice.record),
            () -> practice.authority.issue(practice.master, Practice.BERT))) {
      assertThatThrownBy(use::run).isInstanceOf(IllegalStateException.class);
    }
  }
}
