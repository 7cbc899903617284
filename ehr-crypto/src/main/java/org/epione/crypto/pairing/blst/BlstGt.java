package org.epione.crypto.pairing.blst;

import java.util.Arrays;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.secret.ConstantTime;
import org.jspecify.annotations.Nullable;
import supranational.blst.PT;

/**
 * An immutable pairing value around blst's mutable one, which is never changed or handed out after
 * construction.
 */
final class BlstGt implements Gt {

  private final PT value;
  private final @Nullable Comb<PT, PT> comb;

  private BlstGt(PT value, @Nullable Comb<PT, PT> comb) {
    this.value = value;
    this.comb = comb;
  }

  /** Takes over {@code value}, which nobody else may hold and which is finally exponentiated. */
  static BlstGt owning(PT value) {
    return new BlstGt(value, null);
  }

  static BlstGt decode(byte[] encoded) {
    if (encoded.length != LENGTH) {
      throw new MalformedEncodingException("a pairing value has " + LENGTH + " bytes");
    }
    PT value = PtMemory.read(encoded);
    if (Arrays.equals(encoded, new byte[LENGTH]) || value.is_one() || !value.in_group()) {
      throw new MalformedEncodingException("not a pairing value, or the identity");
    }
    return owning(value);
  }

  @Override
  public BlstGt multiply(Gt other) {
    if (other instanceof BlstGt own) {
      return owning(value.dup().mul(own.value));
    }
    throw new IllegalArgumentException("element of another pairing backend");
  }

  @Override
  public BlstGt power(Scalar exponent) {
    return owning(
        comb == null ? PtArithmetic.INSTANCE.power(value, exponent) : comb.power(exponent));
  }

  @Override
  public BlstGt prepared() {
    return comb == null ? new BlstGt(value, new Comb<>(PtArithmetic.INSTANCE, value)) : this;
  }

  @Override
  public BlstGt inverse() {
    PT inverse = value.dup();
    PtMemory.conjugate(inverse);
    return owning(inverse);
  }

  @Override
  public boolean isIdentity() {
    return value.is_one();
  }

  @Override
  public byte[] encode() {
    return value.to_bendian();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BlstGt that && ConstantTime.areEqual(encode(), that.encode());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encode());
  }

  @Override
  public String toString() {
    return "Gt";
  }
}
