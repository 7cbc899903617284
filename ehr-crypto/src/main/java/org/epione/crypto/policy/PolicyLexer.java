package org.epione.crypto.policy;

/**
 * Cuts the text of a policy into tokens, one at a time, so that the leftmost fault is the one
 * reported.
 */
final class PolicyLexer {

  enum Kind {
    WORD,
    NUMBER,
    OPEN,
    CLOSE,
    COMMA,
    END
  }

  record Token(Kind kind, String text, int column) {

    boolean is(String keyword) {
      return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
    }

    boolean isKeyword() {
      return kind == Kind.WORD && Attribute.isReserved(text);
    }

    /** The token as a message shows it. */
    String shown() {
      return kind == Kind.END ? "the end" : "'" + text + "'";
    }
  }

  private final String text;
  private int position;

  PolicyLexer(String text) {
    this.text = text;
  }

  Token next() {
    while (position < text.length() && isSpace(text.charAt(position))) {
      position++;
    }
    if (position == text.length()) {
      return new Token(Kind.END, "", position + 1);
    }
    return switch (text.charAt(position)) {
      case '(' -> mark(Kind.OPEN);
      case ')' -> mark(Kind.CLOSE);
      case ',' -> mark(Kind.COMMA);
      default -> word();
    };
  }

  private Token mark(Kind kind) {
    position++;
    return new Token(kind, text.substring(position - 1, position), position);
  }

  private Token word() {
    int start = position;
    while (position < text.length() && Attribute.isNameCharacter(text.charAt(position))) {
      position++;
    }
    if (position < text.length() && !endsWord(text.charAt(position))) {
      throw new PolicySyntaxException(position + 1, problem(text.codePointAt(position)));
    }
    String word = text.substring(start, position);
    boolean digits = word.chars().allMatch(c -> c >= '0' && c <= '9');
    return new Token(digits ? Kind.NUMBER : Kind.WORD, word, start + 1);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private static boolean endsWord(char c) {
    return isSpace(c) || c == '(' || c == ')' || c == ',';
  }

  private static String problem(int c) {
    return switch (c) {
      case '!', '~', '\u00ac' -> PolicyParser.NO_NEGATION;
      case '&' -> "write 'and' instead of '&'";
      case '|' -> "write 'or' instead of '|'";
      case '"', '\'', '\u201c', '\u201d', '\u2018', '\u2019' ->
          "attributes are written without quotation marks";
      default -> shown(c) + " is not allowed: an attribute is made of " + Attribute.ALPHABET;
    };
  }

  /**
   * Other characters than visible ASCII by number and name: they may be unfit for a page or log.
   */
  private static String shown(int c) {
    if (c > 0x20 && c < 0x7f) {
      return "'" + (char) c + "'";
    }
    String name = Character.getName(c);
    return String.format("U+%04X", c) + (name == null ? "" : " (" + name + ")");
  }
}
