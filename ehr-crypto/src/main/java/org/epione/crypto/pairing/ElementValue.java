package org.epione.crypto.pairing;

/**
 * A key, signature or other value that is one group element and never the identity. Encoded as that
 * element alone unless its kind says otherwise. Values of two kinds are never equal, whatever their
 * element. Immutable.
 *
 * @param <E> the group
 */
public abstract class ElementValue<E extends GroupElement> {

  private final E element;

  /**
   * The value with this element.
   *
   * @throws IllegalArgumentException if it is the identity
   */
  protected ElementValue(E element) {
    if (element.isIdentity()) {
      throw new IllegalArgumentException("the identity is no " + getClass().getSimpleName());
    }
    this.element = element;
  }

  /** The element, for the scheme's equations. */
  public final E element() {
    return element;
  }

  /** The encoding of the element. */
  public byte[] encode() {
    return element.encode();
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof ElementValue<?> that
        && getClass() == that.getClass()
        && element.equals(that.element);
  }

  @Override
  public final int hashCode() {
    return element.hashCode();
  }

  /** The kind only: trapdoors and re-encryption keys are confidential. */
  @Override
  public final String toString() {
    return getClass().getSimpleName();
  }
}
