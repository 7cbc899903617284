package org.epione.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.G2;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.pairing.PairingTerm;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.transcript.DomainTag;

/** The operations of the pairing group that algorithms are made of. */
final class Primitives {

  static final String G1_POWER = "G1 exponentiation";
  static final String G1_PREPARED = "G1 exponentiation, prepared base";
  static final String G1_SHORT = "G1 exponentiation, 128 bits";
  static final String G2_POWER = "G2 exponentiation";
  static final String G2_PREPARED = "G2 exponentiation, prepared base";
  static final String GT_POWER = "GT exponentiation";
  static final String GT_PREPARED = "GT exponentiation, prepared base";
  static final String HASH_G1 = "hash to G1";
  static final String HASH_G2 = "hash to G2";
  static final String HASH_SCALAR = "hash to an exponent";
  static final String RANDOM_SCALAR = "random exponent";
  static final String INVERSE_SCALAR = "inverse of an exponent";
  static final String DECODE_G1 = "decode G1";
  static final String DECODE_G2 = "decode G2";
  static final String DECODE_GT = "decode GT";
  static final String ENCODE_G1 = "encode G1";
  static final String ENCODE_G2 = "encode G2";
  static final String ENCODE_GT = "encode GT";

  /** How many bases and pairings are measured together. */
  static final int[] SIZES = {1, 2, 3, 4, 5, 6, 8, 10, 11, 12, 16, 21, 51};

  private static final int LARGEST = 51;

  private final List<Work> all = new ArrayList<>();
  private final BilinearGroup group;
  private int turn;
  private final List<G1> lefts = new ArrayList<>();
  private final List<G2> rights = new ArrayList<>();
  private final List<Scalar> exponents = new ArrayList<>();
  private final List<Scalar> shortExponents = new ArrayList<>();

  Primitives(BilinearGroup group, RandomSource random) {
    this.group = group;
    for (int i = 0; i < LARGEST; i++) {
      lefts.add(group.generatorG1().power(Scalar.random(random)));
      rights.add(group.generatorG2().power(Scalar.random(random)));
      exponents.add(Scalar.random(random));
      shortExponents.add(Scalar.randomShort(random));
    }
    scalars(random);
    powers();
    encodings();
    together();
  }

  /** A product of {@code count} pairings, as an operation. */
  static String product(int count) {
    return "product of " + count + (count == 1 ? " pairing" : " pairings");
  }

  /** A product of {@code count} powers in G1, as an operation. */
  static String powersG1(int count) {
    return "product of " + count + " powers in G1";
  }

  /** The same with exponents of 128 bits. */
  static String shortPowersG1(int count) {
    return "product of " + count + " powers in G1, 128 bits";
  }

  /** A product of {@code count} powers in G2, as an operation. */
  static String powersG2(int count) {
    return "product of " + count + " powers in G2";
  }

  List<Work> all() {
    return all;
  }

  private void add(String name, Supplier<?> body) {
    all.add(new Work(name, body));
  }

  private Scalar exponent() {
    return next(exponents);
  }

  /**
   * Another one each time: with one exponent, a table would be read at the same few places, which
   * the processor then keeps at hand.
   */
  private <T> T next(List<T> all) {
    turn = (turn + 1) % LARGEST;
    return all.get(turn);
  }

  private void scalars(RandomSource random) {
    byte[] message = new byte[Scalar.LENGTH];
    add(HASH_SCALAR, () -> Scalar.hash(DomainTag.BLS_SIGNATURE, message));
    add(RANDOM_SCALAR, () -> Scalar.random(random));
    add(INVERSE_SCALAR, () -> exponent().inverse());
  }

  private void powers() {
    G1 left = lefts.get(0);
    G2 right = rights.get(0);
    Gt value = group.pair(left, right);
    G1 preparedLeft = left.prepared();
    G2 preparedRight = right.prepared();
    Gt preparedValue = value.prepared();
    add(G1_POWER, () -> next(lefts).power(exponent()));
    add(G1_PREPARED, () -> preparedLeft.power(exponent()));
    add(
        G1_SHORT,
        () -> group.productOfPowersG1(List.of(next(lefts)), List.of(next(shortExponents))));
    add(G2_POWER, () -> next(rights).power(exponent()));
    add(G2_PREPARED, () -> preparedRight.power(exponent()));
    add(GT_POWER, () -> value.power(exponent()));
    add(GT_PREPARED, () -> preparedValue.power(exponent()));
    add("table of a prepared base in G1", () -> left.prepared().power(Scalar.of(1)));
    add("table of a prepared base in G2", () -> right.prepared().power(Scalar.of(1)));
    add("table of a prepared base in GT", () -> value.prepared().power(Scalar.of(1)));
  }

  private void encodings() {
    G1 left = lefts.get(0);
    G2 right = rights.get(0);
    Gt value = group.pair(left, right);
    byte[] encodedLeft = left.encode();
    byte[] encodedRight = right.encode();
    byte[] encodedValue = value.encode();
    add(HASH_G1, () -> group.hashToG1(DomainTag.BLS_SIGNATURE, exponent().encode()));
    add(HASH_G2, () -> group.hashToG2(DomainTag.BLS_SIGNATURE, exponent().encode()));
    add(DECODE_G1, () -> group.decodeG1(encodedLeft));
    add(DECODE_G2, () -> group.decodeG2(encodedRight));
    add(DECODE_GT, () -> group.decodeGt(encodedValue));
    add(ENCODE_G1, left::encode);
    add(ENCODE_G2, right::encode);
    add(ENCODE_GT, value::encode);
  }

  private void together() {
    for (int size : SIZES) {
      List<PairingTerm> terms =
          IntStream.range(0, size)
              .mapToObj(i -> new PairingTerm(lefts.get(i), rights.get(i)))
              .toList();
      List<G1> bases = lefts.subList(0, size);
      List<G2> basesG2 = rights.subList(0, size);
      List<Scalar> full = exponents.subList(0, size);
      List<Scalar> half = shortExponents.subList(0, size);
      add(product(size), () -> group.product(terms));
      if (size > 1) {
        add(powersG1(size), () -> group.productOfPowersG1(bases, full));
        add(shortPowersG1(size), () -> group.productOfPowersG1(bases, half));
        add(powersG2(size), () -> group.productOfPowersG2(basesG2, full));
      }
    }
  }
}
