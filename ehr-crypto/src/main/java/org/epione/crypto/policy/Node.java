package org.epione.crypto.policy;

import java.util.Set;
import java.util.stream.Stream;

/** A policy or a part of one. */
sealed interface Node permits Leaf, Gate {

  boolean isSatisfiedBy(Set<Attribute> attributes);

  /** Canonical text. */
  String text();

  /** All leaves, from left to right. */
  Stream<Leaf> leaves();

  /** Most gates on a way to a leaf. */
  int depth();
}
