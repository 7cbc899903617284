package org.epione.crypto.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * One test vector: what goes in, and what must come out or that it must be refused.
 *
 * @param id unique in its file
 * @param comment what it shows; may be empty
 * @param result whether the inputs must be accepted
 * @param inputs what goes in
 * @param expected what must come out; empty where the inputs must be refused or nothing comes out
 */
public record TestVector(
    String id, String comment, Result result, JsonNode inputs, JsonNode expected) {

  /** Whether the inputs must be accepted. */
  public enum Result {
    /** They must, with the expected output. */
    valid,
    /** They must be refused. */
    invalid
  }

  /** Refuses what is not an object. */
  public TestVector {
    if (id.isBlank() || !inputs.isObject() || !expected.isObject()) {
      throw new IllegalArgumentException("inputs and expected are objects, and id is not empty");
    }
  }

  /** Whether the inputs must be accepted. */
  public boolean isValid() {
    return result == Result.valid;
  }

  /** An input in hexadecimal. */
  public byte[] input(String name) {
    return bytes(inputs, name);
  }

  /** An input that is a list of byte strings in hexadecimal. */
  public List<byte[]> inputList(String name) {
    return StreamSupport.stream(node(inputs, name).spliterator(), false)
        .map(each -> HexFormat.of().parseHex(each.textValue()))
        .toList();
  }

  /** An input that is text. */
  public String inputText(String name) {
    return text(inputs, name);
  }

  /** An input that is a number. */
  public int inputNumber(String name) {
    JsonNode node = node(inputs, name);
    if (!node.canConvertToInt()) {
      throw new IllegalArgumentException(id + ": not a number: " + name);
    }
    return node.intValue();
  }

  /** An output in hexadecimal. */
  public byte[] expected(String name) {
    return bytes(expected, name);
  }

  /** An output that is text. */
  public String expectedText(String name) {
    return text(expected, name);
  }

  private byte[] bytes(JsonNode parent, String name) {
    return HexFormat.of().parseHex(text(parent, name));
  }

  private String text(JsonNode parent, String name) {
    JsonNode node = node(parent, name);
    if (!node.isTextual()) {
      throw new IllegalArgumentException(id + ": not text: " + name);
    }
    return node.textValue();
  }

  private JsonNode node(JsonNode parent, String name) {
    JsonNode node = parent.get(name);
    if (node == null) {
      throw new IllegalArgumentException(id + ": missing: " + name);
    }
    return node;
  }

  @Override
  public String toString() {
    return id;
  }
}
