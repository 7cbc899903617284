package org.epione.crypto.counting;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.G2;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.pairing.PairingTerm;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.transcript.DomainTag;

/** A pairing group that counts what it is asked to do and lets another one do it. */
public final class CountingGroup implements BilinearGroup {

  private final BilinearGroup group;
  private final Map<Operation, Integer> counts = new EnumMap<>(Operation.class);

  /** Counts what {@code group} does. */
  public CountingGroup(BilinearGroup group) {
    this.group = group;
  }

  /** What {@code action} costs; operations that it does not do are absent. */
  public Map<Operation, Integer> count(Runnable action) {
    counts.clear();
    action.run();
    return new EnumMap<>(counts);
  }

  private void add(Operation operation, int times) {
    if (times > 0) {
      counts.merge(operation, times, Integer::sum);
    }
  }

  @Override
  public String name() {
    return group.name();
  }

  @Override
  public G1 generatorG1() {
    return new One(group.generatorG1());
  }

  @Override
  public G2 generatorG2() {
    return new Two(group.generatorG2());
  }

  @Override
  public G1 hashToG1(DomainTag tag, byte[] message) {
    add(Operation.HASH_G1, 1);
    return new One(group.hashToG1(tag, message));
  }

  @Override
  public G2 hashToG2(DomainTag tag, byte[] message) {
    add(Operation.HASH_G2, 1);
    return new Two(group.hashToG2(tag, message));
  }

  @Override
  public G1 decodeG1(byte[] encoded) {
    add(Operation.DECODE_G1, 1);
    return new One(group.decodeG1(encoded));
  }

  @Override
  public G2 decodeG2(byte[] encoded) {
    add(Operation.DECODE_G2, 1);
    return new Two(group.decodeG2(encoded));
  }

  @Override
  public Gt decodeGt(byte[] encoded) {
    add(Operation.DECODE_GT, 1);
    return new Target(group.decodeGt(encoded));
  }

  @Override
  public Gt product(List<PairingTerm> terms) {
    add(Operation.MILLER_LOOP, terms.size());
    add(Operation.FINAL_EXPONENTIATION, 1);
    return new Target(
        group.product(
            terms.stream()
                .map(term -> new PairingTerm(inner(term.left()), inner(term.right())))
                .toList()));
  }

  @Override
  public G1 productOfPowersG1(List<G1> bases, List<Scalar> exponents) {
    add(Operation.POWER_G1, bases.size());
    return new One(
        group.productOfPowersG1(bases.stream().map(CountingGroup::inner).toList(), exponents));
  }

  @Override
  public G2 productOfPowersG2(List<G2> bases, List<Scalar> exponents) {
    add(Operation.POWER_G2, bases.size());
    return new Two(
        group.productOfPowersG2(bases.stream().map(CountingGroup::inner).toList(), exponents));
  }

  private static G1 inner(G1 element) {
    return ((One) element).inner();
  }

  private static G2 inner(G2 element) {
    return ((Two) element).inner();
  }

  private static Gt inner(Gt element) {
    return ((Target) element).inner();
  }

  private final class One implements G1 {
    private final G1 inner;

    private One(G1 inner) {
      this.inner = inner;
    }

    private G1 inner() {
      return inner;
    }

    @Override
    public G1 multiply(G1 other) {
      return new One(inner.multiply(CountingGroup.inner(other)));
    }

    @Override
    public G1 power(Scalar exponent) {
      add(Operation.POWER_G1, 1);
      return new One(inner.power(exponent));
    }

    @Override
    public G1 prepared() {
      return new One(inner.prepared());
    }

    @Override
    public G1 inverse() {
      return new One(inner.inverse());
    }

    @Override
    public boolean isIdentity() {
      return inner.isIdentity();
    }

    @Override
    public byte[] encode() {
      return inner.encode();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof One that && inner.equals(that.inner);
    }

    @Override
    public int hashCode() {
      return inner.hashCode();
    }
  }

  private final class Two implements G2 {
    private final G2 inner;

    private Two(G2 inner) {
      this.inner = inner;
    }

    private G2 inner() {
      return inner;
    }

    @Override
    public G2 multiply(G2 other) {
      return new Two(inner.multiply(CountingGroup.inner(other)));
    }

    @Override
    public G2 power(Scalar exponent) {
      add(Operation.POWER_G2, 1);
      return new Two(inner.power(exponent));
    }

    @Override
    public G2 prepared() {
      return new Two(inner.prepared());
    }

    @Override
    public G2 inverse() {
      return new Two(inner.inverse());
    }

    @Override
    public boolean isIdentity() {
      return inner.isIdentity();
    }

    @Override
    public byte[] encode() {
      return inner.encode();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Two that && inner.equals(that.inner);
    }

    @Override
    public int hashCode() {
      return inner.hashCode();
    }
  }

  private final class Target implements Gt {
    private final Gt inner;

    private Target(Gt inner) {
      this.inner = inner;
    }

    private Gt inner() {
      return inner;
    }

    @Override
    public Gt multiply(Gt other) {
      return new Target(inner.multiply(CountingGroup.inner(other)));
    }

    @Override
    public Gt power(Scalar exponent) {
      add(Operation.POWER_GT, 1);
      return new Target(inner.power(exponent));
    }

    @Override
    public Gt prepared() {
      return new Target(inner.prepared());
    }

    @Override
    public Gt inverse() {
      return new Target(inner.inverse());
    }

    @Override
    public boolean isIdentity() {
      return inner.isIdentity();
    }

    @Override
    public byte[] encode() {
      return inner.encode();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Target that && inner.equals(that.inner);
    }

    @Override
    public int hashCode() {
      return inner.hashCode();
    }
  }
}
