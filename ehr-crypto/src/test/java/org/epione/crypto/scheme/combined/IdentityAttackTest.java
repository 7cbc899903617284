package org.epione.crypto.scheme.combined;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.epione.crypto.Suites;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.hybrid.FujisakiOkamoto.Encapsulated;
import org.epione.crypto.hybrid.FujisakiOkamoto.Sealed;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.Scalar;
import org.junit.jupiter.api.Test;

/** What holders of some keys could try against what is encrypted to others, carried out. */
class IdentityAttackTest {

  private final Practice practice = new Practice(Suites.blst("identity attacks"));
  private final PublicParameters pp = practice.parameters;
  private final RecordKem kem = new RecordKem(pp, Practice.ANNA, practice.record);
  private final Encapsulated<RecordKem.Header> target = kem.encapsulate(practice.suite.random());
  private final SecondLevel key = practice.keys.derive(practice.anna, practice.record).elements();

  private boolean opens(SecondLevel attempt) {
    return kem.decapsulate(attempt, target.header()).equals(target.key());
  }

  @Test
  void decapsulate_shouldGiveTheKey_toWhomItIsMeantFor() {
    // Shows that the attempts below fail for the right reason.
    assertThat(opens(key)).isTrue();
    assertThat(kem.decapsulate(practice.anna, target.header())).isEqualTo(target.key());
  }

  @Test
  void keyOfOneRecord_shouldNotOpenAnother_howeverItIsTurned() {
    SecondLevel other = practice.keys.derive(practice.anna, practice.otherRecord).elements();
    G1 wanted = pp.hash(practice.record);
    G1 held = pp.hash(practice.otherRecord);
    Scalar tau = Scalar.of(3);
    for (SecondLevel attempt :
        List.of(
            other,
            new SecondLevel(other.k0(), other.k1(), other.k2(), other.k3().multiply(wanted)),
            new SecondLevel(
                other.k0(),
                other.k1(),
                other.k2(),
                other.k3().multiply(wanted).multiply(held.inverse())),
            new SecondLevel(
                other.k0().multiply(pp.a().power(tau)),
                other.k1(),
                pp.generator().power(tau),
                other.k3().multiply(wanted.power(tau))),
            new SecondLevel(
                other.k0().multiply(pp.a().power(tau)),
                other.k1(),
                other.k2().multiply(pp.generator().power(tau)),
                other.k3().multiply(wanted.power(tau))))) {
      assertThat(opens(attempt)).isFalse();
    }
  }

  @Test
  void keysOfManyRecords_shouldNotGiveTheIdentityKey_whenPooled() {
    SecondLevel one = practice.keys.derive(practice.anna, practice.otherRecord).elements();
    SecondLevel two = practice.keys.derive(practice.anna, practice.otherRecord).elements();
    for (SecondLevel held : List.of(one, two)) {
      IdentityKey guess =
          new IdentityKey(
              Practice.ANNA,
              practice.anna.hashed(),
              new IdentityKey.Elements(held.k0(), held.k1(), held.k3()));
      assertThat(guess.isIssuedUnder(pp, practice.suite.random())).isFalse();
      assertThat(kem.decapsulate(guess, target.header())).isNotEqualTo(target.key());
    }
    SecondLevel crossed = new SecondLevel(one.k0(), two.k1(), one.k2(), two.k3());
    assertThat(opens(crossed)).isFalse();
  }

  @Test
  void keysOfTwoPatients_shouldNotOpenAThirdsRecord_whenPooled() {
    SecondLevel bert = practice.keys.derive(practice.bert, practice.record).elements();
    SecondLevel annaElsewhere =
        practice.keys.derive(practice.anna, practice.otherRecord).elements();
    for (SecondLevel attempt :
        List.of(
            bert,
            new SecondLevel(bert.k0(), annaElsewhere.k1(), bert.k2(), bert.k3()),
            new SecondLevel(annaElsewhere.k0(), annaElsewhere.k1(), bert.k2(), bert.k3()),
            new SecondLevel(
                bert.k0(),
                bert.k1(),
                bert.k2(),
                bert.k3()
                    .multiply(practice.bert.hashed().inverse())
                    .multiply(practice.anna.hashed())))) {
      assertThat(opens(attempt)).isFalse();
    }
  }

  @Test
  void identityNamedLikeARecord_shouldNotOpenIt() {
    // With one hash function for both levels this would be a way in.
    Pseudonym named = Pseudonym.of(practice.record.bytes());
    IdentityKey.Elements held = practice.authority.issue(practice.master, named).elements();
    assertThat(pp.hash(named)).isNotEqualTo(pp.hash(practice.record));
    assertThat(
            kem.decapsulate(
                new IdentityKey(Practice.ANNA, practice.anna.hashed(), held), target.header()))
        .isNotEqualTo(target.key());
    RecordKem.Header header = target.header();
    RecordKem.Header swapped =
        new RecordKem.Header(header.c1(), header.c22(), header.c21(), header.c3());
    assertThat(
            kem.decapsulate(new IdentityKey(Practice.ANNA, practice.anna.hashed(), held), swapped))
        .isNotEqualTo(target.key());
  }

  @Test
  void hashes_shouldDiffer_whenTheirInputsAreEqual() {
    byte[] bytes = practice.record.bytes();
    assertThat(List.of(pp.hash(Pseudonym.of(bytes)), pp.hash(RecordId.of(bytes)), pp.hash(bytes)))
        .doesNotHaveDuplicates();
  }

  @Test
  void chosenPlaintextForm_shouldBeMalleable_andTheTransformedOneShouldRefuse() {
    // Whoever does not know r moves it: the bare encapsulation gives the same key.
    Scalar delta = Scalar.of(21);
    assertThat(kem.decapsulate(key, moved(target.header(), delta))).isEqualTo(target.key());
    RecordCiphertext sound =
        practice.ibe.encrypt(Practice.ANNA, practice.record, Practice.DATA, Practice.DIAGNOSIS);
    Sealed<RecordKem.Header> sealed = sound.sealed();
    RecordKem.Header other = moved(sealed.header(), delta);
    assertThat(kem.decapsulate(key, other)).isEqualTo(kem.decapsulate(key, sealed.header()));
    RecordCiphertext changed =
        new RecordCiphertext(
            Practice.ANNA, practice.record, new Sealed<>(other, sealed.seed(), sealed.payload()));
    assertThat(practice.ibe.decrypt(practice.anna, Practice.DATA, sound))
        .isEqualTo(Practice.DIAGNOSIS);
    assertThatThrownBy(() -> practice.ibe.decrypt(practice.anna, Practice.DATA, changed))
        .isInstanceOf(DecryptionFailedException.class);
  }

  private RecordKem.Header moved(RecordKem.Header header, Scalar delta) {
    return new RecordKem.Header(
        header.c1(),
        header.c21().multiply(practice.anna.hashed().power(delta).inverse()),
        header.c22().multiply(pp.hash(practice.record).power(delta).inverse()),
        header.c3().multiply(pp.generator().power(delta)));
  }

  @Test
  void relabelledCiphertext_shouldNotOpen_forWhomeverItIsRelabelled() {
    RecordCiphertext sound =
        practice.ibe.encrypt(Practice.ANNA, practice.record, Practice.DATA, Practice.DIAGNOSIS);
    RecordCiphertext toBert = new RecordCiphertext(Practice.BERT, practice.record, sound.sealed());
    RecordCiphertext elsewhere =
        new RecordCiphertext(Practice.ANNA, practice.otherRecord, sound.sealed());
    for (Runnable attempt :
        List.<Runnable>of(
            () -> practice.ibe.decrypt(practice.bert, Practice.DATA, toBert),
            () -> practice.ibe.decrypt(practice.anna, Practice.DATA, elsewhere))) {
      assertThatThrownBy(attempt::run).isInstanceOf(DecryptionFailedException.class);
    }
  }
}
