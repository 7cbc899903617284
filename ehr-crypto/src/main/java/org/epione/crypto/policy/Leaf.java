package org.epione.crypto.policy;

import java.util.Set;
import java.util.stream.Stream;

/** One attribute. */
record Leaf(Attribute attribute) implements Node {

  @Override
  public boolean isSatisfiedBy(Set<Attribute> attributes) {
    return attributes.contains(attribute);
  }

  @Override
  public String text() {
    return attribute.name();
  }

  @Override
  public Stream<Leaf> leaves() {
    return Stream.of(this);
  }

  @Override
  public int depth() {
    return 0;
  }
}
