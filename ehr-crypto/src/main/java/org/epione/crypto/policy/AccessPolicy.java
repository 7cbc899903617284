package org.epione.crypto.policy;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;

/**
 * Who may: a monotone condition on a set of attributes, such as {@code role:cardiologist and
 * (hospital:A or 2 of (board:oncology, board:cardiology, board:ethics))}. The grammar is in
 * docs/policies.md. Immutable; equal when the normal forms are.
 *
 * <p>Every gate is a threshold: {@code and} asks for all of its parts, {@code or} for one. In
 * normal form a gate has at least two parts, no {@code and} is a part of an {@code and} and no
 * {@code or} of an {@code or}; the order of the parts is kept. There is no negation: whoever lacks
 * an attribute and whoever leaves a key away look the same.
 *
 * <p>An attribute may stand in several places, and each place is a row of its own in the {@link
 * SpanProgram}, whose Javadoc says which proofs allow that. Two equal parts in one gate are
 * refused: {@code 2 of (a, a, b)} would ask for less than it seems to.
 *
 * <p>Limits: 128 attributes counted with repetitions, gates nested 16 deep, 32,768 characters.
 */
public final class AccessPolicy {

  /** Most attributes, each occurrence counted: rows of the span program. */
  public static final int MAX_LEAVES = 128;

  /** Most gates one inside the other, and most parentheses. */
  public static final int MAX_DEPTH = 16;

  /** Longest text in characters. */
  public static final int MAX_TEXT = 32_768;

  private static final String TAG = "epione.access-policy";

  private final Node root;

  private AccessPolicy(Node root) {
    this.root = root;
  }

  /**
   * Reads a policy as a person writes it.
   *
   * @throws PolicySyntaxException if it is none or beyond the limits
   */
  public static AccessPolicy parse(String text) {
    return new AccessPolicy(PolicyParser.parse(text));
  }

  /** Satisfied by whoever has {@code attribute}. */
  public static AccessPolicy attribute(Attribute attribute) {
    return new AccessPolicy(new Leaf(attribute));
  }

  /**
   * Satisfied if at least {@code count} of {@code parts} are; brought into normal form.
   *
   * @throws IllegalArgumentException unless {@code count} is from 1 to the number of parts, if two
   *     parts are equal, or beyond the limits
   */
  public static AccessPolicy threshold(int count, List<AccessPolicy> parts) {
    return new AccessPolicy(Gate.of(count, parts.stream().map(part -> part.root).toList()));
  }

  /** Satisfied if all parts are; otherwise as {@link #threshold}. */
  public static AccessPolicy allOf(List<AccessPolicy> parts) {
    return threshold(parts.size(), parts);
  }

  /** Satisfied if one part is; otherwise as {@link #threshold}. */
  public static AccessPolicy anyOf(List<AccessPolicy> parts) {
    return threshold(1, parts);
  }

  /**
   * Reads back {@link #encode}.
   *
   * @throws MalformedEncodingException if it is not a policy in its canonical form
   */
  public static AccessPolicy decode(byte[] encoded) {
    return CanonicalReader.decode(TAG, 1, encoded, in -> canonical(in.text(MAX_TEXT)));
  }

  private static AccessPolicy canonical(String text) {
    AccessPolicy policy = parse(text);
    if (!policy.text().equals(text)) {
      throw new MalformedEncodingException(TAG + ": not in canonical form");
    }
    return policy;
  }

  /**
   * The canonical encoding: header {@code epione.access-policy}, version 1, and the canonical text,
   * so that what is signed or encrypted under is what a person can read.
   */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1).text(text()).toByteArray();
  }

  /**
   * The canonical text: keywords in lower case, single spaces, every inner {@code and} and {@code
   * or} in parentheses. {@link #parse} reads it back.
   */
  public String text() {
    return root.text();
  }

  /** Whether a holder of exactly {@code attributes} may. */
  public boolean isSatisfiedBy(Set<Attribute> attributes) {
    return root.isSatisfiedBy(attributes);
  }

  /** The attributes named, each once, in order of their names. */
  public SortedSet<Attribute> attributes() {
    SortedSet<Attribute> attributes = new TreeSet<>();
    root.leaves().forEach(leaf -> attributes.add(leaf.attribute()));
    return attributes;
  }

  /** The linear secret sharing of this policy; computed anew at each call. */
  public SpanProgram spanProgram() {
    return SpanProgram.of(root);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AccessPolicy that && root.equals(that.root);
  }

  @Override
  public int hashCode() {
    return root.hashCode();
  }

  /** The canonical text: a policy is public. */
  @Override
  public String toString() {
    return text();
  }
}
