package org.epione.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import org.epione.crypto.random.RandomSource;

/**
 * Makes passphrases that a person can read and type: six words of a list of 256, so 48 bits, which
 * the lock after failed attempts makes ample for a demonstration.
 */
final class Passphrases {
  private static final int WORDS = 6;
  private static final int LIST_LENGTH = 256;

  private final RandomSource random;
  private final List<String> words;

  Passphrases(RandomSource random) {
    this.random = random;
    this.words = readWords();
  }

  String next() {
    StringJoiner phrase = new StringJoiner("-");
    for (byte index : random.bytes(WORDS)) {
      phrase.add(words.get(Byte.toUnsignedInt(index)));
    }
    return phrase.toString();
  }

  private static List<String> readWords() {
    try (InputStream in = Passphrases.class.getResourceAsStream("words.txt")) {
      if (in == null) {
        throw new IllegalStateException("words.txt is missing from the demonstration's jar.");
      }
      List<String> words =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII)).lines().toList();
      if (words.size() != LIST_LENGTH) {
        throw new IllegalStateException("words.txt has " + words.size() + " words, not 256.");
      }
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
