package org.epione.crypto.pairing.blst;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.G2;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.pairing.PairingTerm;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.transcript.DomainTag;
import supranational.blst.P1;
import supranational.blst.P1_Affine;
import supranational.blst.P2;
import supranational.blst.P2_Affine;
import supranational.blst.PT;
import supranational.blst.Pairing;

/**
 * The pairing group on blst. What is dangerous in its Java binding cannot be reached from here: no
 * null gets into it and no identity into a Miller loop, no product is taken of nothing, no exponent
 * is out of range, nothing that is shared is changed, and nothing is decoded without the subgroup
 * check.
 */
public final class BlstGroup implements BilinearGroup {

  private static final int COMPRESSED = 0x80;

  private final BlstG1 generatorG1;
  private final BlstG2 generatorG2;

  private BlstGroup() {
    generatorG1 = BlstG1.owning(P1.generator().dup()).prepared();
    generatorG2 = BlstG2.owning(P2.generator().dup()).prepared();
  }

  /**
   * Loads the native library.
   *
   * @throws LinkageError ({@link UnsatisfiedLinkError}, {@link ExceptionInInitializerError} or
   *     {@link NoClassDefFoundError}) where it cannot be loaded
   */
  public static BlstGroup load() {
    return new BlstGroup();
  }

  @Override
  public String name() {
    return "blst";
  }

  @Override
  public G1 generatorG1() {
    return generatorG1;
  }

  @Override
  public G2 generatorG2() {
    return generatorG2;
  }

  @Override
  public G1 hashToG1(DomainTag tag, byte[] message) {
    return BlstG1.owning(new P1().hash_to(Objects.requireNonNull(message), tag.text()));
  }

  @Override
  public G2 hashToG2(DomainTag tag, byte[] message) {
    return BlstG2.owning(new P2().hash_to(Objects.requireNonNull(message), tag.text()));
  }

  @Override
  public G1 decodeG1(byte[] encoded) {
    requireCompressed(encoded, G1.LENGTH);
    P1_Affine point = orMalformed(() -> new P1_Affine(encoded));
    if (point.is_inf() || !point.in_group() || !Arrays.equals(point.compress(), encoded)) {
      throw new MalformedEncodingException("not an element of G1, or the identity");
    }
    return BlstG1.owning(point.to_jacobian());
  }

  @Override
  public G2 decodeG2(byte[] encoded) {
    requireCompressed(encoded, G2.LENGTH);
    P2_Affine point = orMalformed(() -> new P2_Affine(encoded));
    if (point.is_inf() || !point.in_group() || !Arrays.equals(point.compress(), encoded)) {
      throw new MalformedEncodingException("not an element of G2, or the identity");
    }
    return BlstG2.owning(point.to_jacobian());
  }

  @Override
  public Gt decodeGt(byte[] encoded) {
    return BlstGt.decode(encoded);
  }

  @Override
  public Gt product(List<PairingTerm> terms) {
    // The tag is not used for raw pairs; the binding wants one.
    Pairing pairing = new Pairing(true, DomainTag.BLS_SIGNATURE.text());
    int effective = 0;
    for (PairingTerm term : terms) {
      BlstG1 left = BlstG1.of(term.left());
      BlstG2 right = BlstG2.of(term.right());
      if (!left.isIdentity() && !right.isIdentity()) {
        pairing.raw_aggregate(right.affine(), left.affine());
        effective++;
      }
    }
    if (effective == 0) {
      return BlstGt.owning(PT.one().dup());
    }
    pairing.commit();
    return BlstGt.owning(pairing.as_fp12().final_exp());
  }

  @Override
  public G1 productOfPowersG1(List<G1> bases, List<Scalar> exponents) {
    requireOneForEach(bases, exponents);
    return BlstG1.productOfPowers(bases, exponents);
  }

  @Override
  public G2 productOfPowersG2(List<G2> bases, List<Scalar> exponents) {
    requireOneForEach(bases, exponents);
    return BlstG2.productOfPowers(bases, exponents);
  }

  private static void requireOneForEach(List<?> bases, List<?> exponents) {
    if (bases.size() != exponents.size()) {
      throw new IllegalArgumentException("one exponent for each base");
    }
  }

  /**
   * blst takes uncompressed points too and tells them apart by a flag; we write compressed ones.
   */
  private static void requireCompressed(byte[] encoded, int length) {
    if (encoded.length != length || (encoded[0] & COMPRESSED) == 0) {
      throw new MalformedEncodingException("a compressed element has " + length + " bytes");
    }
  }

  private static <T> T orMalformed(Supplier<T> decoding) {
    try {
      return decoding.get();
    } catch (RuntimeException e) {
      // The binding throws a bare RuntimeException that names the fault and holds no content.
      throw new MalformedEncodingException("not an element of the group", e);
    }
  }
}
