package org.epione.crypto.policy;

import java.util.ArrayList;
import java.util.List;
import org.epione.crypto.policy.PolicyLexer.Kind;
import org.epione.crypto.policy.PolicyLexer.Token;

/**
 * Reads a policy by recursive descent, one method for each rule of the grammar in docs/policies.md.
 * Nesting, leaves and length are limited before anything grows with them.
 */
final class PolicyParser {

  static final String NO_NEGATION =
      "a policy cannot say 'not': keys prove what a person has, never what is lacking";

  private static final int MAX_DIGITS = 9;

  private final PolicyLexer lexer;
  private Token token;
  private int leaves;
  private int nesting;

  private PolicyParser(String text) {
    lexer = new PolicyLexer(text);
    token = lexer.next();
  }

  static Node parse(String text) {
    if (text.length() > AccessPolicy.MAX_TEXT) {
      throw new PolicySyntaxException(
          AccessPolicy.MAX_TEXT + 1,
          "a policy has at most " + AccessPolicy.MAX_TEXT + " characters");
    }
    PolicyParser parser = new PolicyParser(text);
    if (parser.token.kind() == Kind.END) {
      throw new PolicySyntaxException(1, "the policy is empty");
    }
    Node policy = parser.disjunction();
    if (parser.token.kind() == Kind.CLOSE) {
      throw parser.fault("this ')' has no '(' before it");
    }
    if (parser.token.kind() != Kind.END) {
      throw parser.unexpected("'and', 'or' or the end of the policy");
    }
    return policy;
  }

  private Node disjunction() {
    int column = token.column();
    List<Node> parts = new ArrayList<>();
    parts.add(conjunction());
    while (token.is("or")) {
      advance();
      parts.add(conjunction());
    }
    return gate(column, 1, parts);
  }

  private Node conjunction() {
    int column = token.column();
    List<Node> parts = new ArrayList<>();
    parts.add(term());
    while (token.is("and")) {
      advance();
      parts.add(term());
    }
    return gate(column, parts.size(), parts);
  }

  private Node term() {
    return switch (token.kind()) {
      case OPEN -> parenthesis();
      case NUMBER -> threshold();
      case WORD -> attribute();
      case END, CLOSE, COMMA -> throw unexpected("an attribute");
    };
  }

  private Node parenthesis() {
    Token open = open();
    Node inner = disjunction();
    close(open, "'and', 'or' or ')'");
    return inner;
  }

  private Node threshold() {
    Token number = advance();
    if (!token.is("of")) {
      throw unexpected("'of' after the number " + shorten(number.text()));
    }
    advance();
    if (token.kind() != Kind.OPEN) {
      throw unexpected("'(' after 'of'");
    }
    Token open = open();
    List<Node> parts = new ArrayList<>();
    parts.add(disjunction());
    while (token.kind() == Kind.COMMA) {
      advance();
      parts.add(disjunction());
    }
    close(open, "'and', 'or', ',' or ')'");
    return gate(number.column(), count(number, parts.size()), parts);
  }

  private Node attribute() {
    if (token.is("not")) {
      throw fault(NO_NEGATION);
    }
    if (token.isKeyword()) {
      throw unexpected("an attribute");
    }
    if (++leaves > AccessPolicy.MAX_LEAVES) {
      throw fault("a policy names at most " + AccessPolicy.MAX_LEAVES + " attributes");
    }
    Attribute attribute;
    try {
      attribute = Attribute.of(token.text());
    } catch (IllegalArgumentException e) {
      throw fault(String.valueOf(e.getMessage()));
    }
    advance();
    return new Leaf(attribute);
  }

  private static int count(Token number, int parts) {
    boolean huge = number.text().length() > MAX_DIGITS;
    int count = huge ? Integer.MAX_VALUE : Integer.parseInt(number.text());
    if (count < 1) {
      throw new PolicySyntaxException(
          number.column(), "'0 of' would let everybody in; the least is 1");
    }
    if (count > parts) {
      throw new PolicySyntaxException(
          number.column(), shorten(number.text()) + " of " + parts + " can never be fulfilled");
    }
    return count;
  }

  private static Node gate(int column, int count, List<Node> parts) {
    try {
      return Gate.of(count, parts);
    } catch (IllegalArgumentException e) {
      throw new PolicySyntaxException(column, String.valueOf(e.getMessage()));
    }
  }

  private Token open() {
    if (++nesting > AccessPolicy.MAX_DEPTH) {
      throw fault("parentheses nest at most " + AccessPolicy.MAX_DEPTH + " deep");
    }
    return advance();
  }

  private void close(Token open, String expected) {
    if (token.kind() == Kind.END) {
      throw new PolicySyntaxException(open.column(), "this '(' is never closed");
    }
    if (token.kind() != Kind.CLOSE) {
      throw unexpected(expected);
    }
    nesting--;
    advance();
  }

  /** Moves on and gives the token left behind. */
  private Token advance() {
    Token left = token;
    token = lexer.next();
    return left;
  }

  private PolicySyntaxException unexpected(String expected) {
    if (token.is("not")) {
      return fault(NO_NEGATION);
    }
    return fault("expected " + expected + ", found " + shorten(token.shown()));
  }

  private PolicySyntaxException fault(String problem) {
    return new PolicySyntaxException(token.column(), problem);
  }

  private static String shorten(String word) {
    return word.length() <= 40 ? word : word.substring(0, 37) + "...";
  }
}
