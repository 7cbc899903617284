package org.epione.ledger.connector.anchor;

/** The node cannot be asked, refuses, or answers what cannot be. The message is for people. */
final class NodeException extends Exception {

  private static final long serialVersionUID = 1L;

  private static final int MOST_FOREIGN = 120;

  private final String words;
  private final boolean refusal;

  NodeException(String what) {
    this(what, false);
  }

  private NodeException(String what, boolean refusal) {
    super(what);
    this.words = what;
    this.refusal = refusal;
  }

  /** The node refuses; of its own words no more is kept than a person can read. */
  static NodeException refused(String method, long code, String words) {
    StringBuilder readable = new StringBuilder();
    words
        .chars()
        .limit(MOST_FOREIGN)
        .forEach(c -> readable.append(c >= 0x20 && c < 0x7f ? (char) c : '?'));
    return new NodeException("the node refuses " + method + ": " + code + " " + readable, true);
  }

  /** What happened, for people. */
  String words() {
    return words;
  }

  /** Whether the node answered, and its answer was that it will not. */
  boolean isRefusal() {
    return refusal;
  }
}
