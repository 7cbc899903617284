package org.epione.crypto.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.epione.crypto.Tampering;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.FujisakiOkamoto.Encapsulated;
import org.epione.crypto.hybrid.FujisakiOkamoto.Kem;
import org.epione.crypto.hybrid.FujisakiOkamoto.Sealed;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G2;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.pairing.blst.BlstGroup;
import org.epione.crypto.random.DeterministicRandomSource;
import org.epione.crypto.random.RandomSource;
import org.junit.jupiter.api.Test;

class FujisakiOkamotoTest {

  private static final byte[] TO = {1};
  private static final byte[] DATA = {2};
  private static final byte[] PLAINTEXT = {3, 4};

  private final BilinearGroup group = BlstGroup.load();
  private final FujisakiOkamoto fo = new FujisakiOkamoto(new DeterministicRandomSource("fo"));
  private final Scalar x = Scalar.of(77);
  private final Sealed<List<G2>> sealed = fo.seal(new Padded(), TO, DATA, PLAINTEXT);

  /** ElGamal to x with a second element that decapsulation ignores: malleable on purpose. */
  private class Padded implements Kem<List<G2>> {

    @Override
    public Encapsulated<List<G2>> encapsulate(RandomSource coins) {
      Scalar s = Scalar.random(coins);
      Scalar ignored = Scalar.random(coins);
      G2 c1 = group.generatorG2().power(s);
      return new Encapsulated<>(
          List.of(c1, group.generatorG2().power(ignored)), decapsulate(List.of(c1)));
    }

    @Override
    public void write(CanonicalWriter out, List<G2> header) {
      header.forEach(element -> out.fixed(element.encode(), G2.LENGTH));
    }
  }

  private Gt decapsulate(List<G2> header) {
    return group.pair(group.generatorG1().power(x), header.get(0));
  }

  private byte[] open(Sealed<List<G2>> value) {
    return fo.open(decapsulate(value.header()), new Padded(), TO, DATA, value);
  }

  private static void fails(Runnable opening) {
    assertThatThrownBy(opening::run)
        .isInstanceOf(DecryptionFailedException.class)
        .hasMessage("decryption failed")
        .hasNoCause();
  }

  @Test
  void open_shouldGiveThePlaintext_whenNothingDiffers() {
    assertThat(open(sealed)).isEqualTo(PLAINTEXT);
    assertThat(sealed.seed().size()).isEqualTo(FujisakiOkamoto.SEALED_SEED);
    assertThat(open(fo.seal(new Padded(), TO, DATA, new byte[0]))).isEmpty();
  }

  @Test
  void open_shouldFail_whenRecipientOrAssociatedDataDiffer() {
    Gt key = decapsulate(sealed.header());
    fails(() -> fo.open(key, new Padded(), DATA, DATA, sealed));
    fails(() -> fo.open(key, new Padded(), TO, TO, sealed));
    fails(() -> fo.open(key, new Padded(), new byte[] {1, 2}, new byte[0], sealed));
  }

  @Test
  void open_shouldFail_whenTheKeyIsAnother() {
    fails(
        () ->
            fo.open(
                decapsulate(sealed.header()).power(Scalar.of(2)), new Padded(), TO, DATA, sealed));
  }

  @Test
  void open_shouldFail_whenAnElementThatDecapsulationIgnoresIsChanged() {
    List<G2> changed = List.of(sealed.header().get(0), group.generatorG2());
    assertThat(decapsulate(changed)).isEqualTo(decapsulate(sealed.header()));
    fails(() -> open(new Sealed<>(changed, sealed.seed(), sealed.payload())));
  }

  @Test
  void open_shouldFail_whenTheEncryptorChoseCoinsThatAreNotTheSeeds() {
    // Everything is consistent and sealed under the right keys; only repeating it shows the fraud.
    RandomSource chosen = new DeterministicRandomSource("chosen");
    Sealed<List<G2>> dishonest =
        fo.seal(
            new Padded() {
              @Override
              public Encapsulated<List<G2>> encapsulate(RandomSource coins) {
                return super.encapsulate(chosen);
              }
            },
            TO,
            DATA,
            PLAINTEXT);
    fails(() -> open(dishonest));
  }

  @Test
  void open_shouldFail_whenPartsOfTwoAreMixed() {
    Sealed<List<G2>> other = fo.seal(new Padded(), TO, DATA, PLAINTEXT);
    fails(() -> open(new Sealed<>(other.header(), sealed.seed(), sealed.payload())));
    fails(() -> open(new Sealed<>(sealed.header(), other.seed(), sealed.payload())));
    fails(() -> open(new Sealed<>(sealed.header(), sealed.seed(), other.payload())));
  }

  @Test
  void open_shouldFail_whenAnyByteOfSeedOrPayloadIsChanged() {
    Tampering.everyByte(sealed.seed().bytes())
        .forEach(
            seed ->
                fails(
                    () ->
                        open(
                            new Sealed<>(sealed.header(), ByteString.of(seed), sealed.payload()))));
    Tampering.everyByte(sealed.payload().bytes())
        .forEach(
            payload ->
                fails(
                    () ->
                        open(
                            new Sealed<>(sealed.header(), sealed.seed(), ByteString.of(payload)))));
  }

  @Test
  void read_shouldGiveWhatWasWritten_upToTheLimit() {
    byte[] encoded = sealed.write(CanonicalWriter.of("t", 1), new Padded()::write).toByteArray();
    assertThat(read(encoded, 100).header()).isEqualTo(sealed.header());
    assertThat(open(read(encoded, 100))).isEqualTo(PLAINTEXT);
    assertThatThrownBy(() -> read(encoded, sealed.payload().size() - 1))
        .isInstanceOf(MalformedEncodingException.class);
  }

  private Sealed<List<G2>> read(byte[] encoded, int max) {
    return Sealed.read(
        CanonicalReader.of("t", 1, encoded),
        in -> List.of(group.decodeG2(in.fixed(G2.LENGTH)), group.decodeG2(in.fixed(G2.LENGTH))),
        max);
  }

  @Test
  void sealed_shouldRefuseASealedSeedOfAnotherLength() {
    assertThatThrownBy(
            () -> new Sealed<>(sealed.header(), ByteString.of(new byte[91]), sealed.payload()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void values_shouldShowNothing_whenPrinted() {
    assertThat(sealed).hasToString("Sealed");
    assertThat(new Padded().encapsulate(new DeterministicRandomSource("s")))
        .hasToString("Encapsulated");
  }
}
