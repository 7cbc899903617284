package org.epione.custody.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.epione.crypto.random.RandomSource;
import org.epione.settings.Settings;

/**
 * The password of the key stores: {@code EPIONE_KEYSTORE_PASSWORD}, else the content of {@code
 * EPIONE_HOME/keys/keystore.secret}, which is made at first use, readable by its owner only. The
 * file protects against a stolen database, not against whoever reads the server's disk; hospital IT
 * that wants more sets the variable from its secret store.
 */
@ApplicationScoped
public class KeyStorePassword {

  private static final String FILE = "keystore.secret";
  private static final int RANDOM_BYTES = 32;

  @Inject private Settings settings;

  @Inject private RandomSource random;

  /** The password; the caller wipes it. */
  public char[] get() {
    Optional<char[]> given = settings.secret("epione.keystore.password");
    return given.orElseGet(this::fromFile);
  }

  /** The folder of the key stores. */
  public Path folder() {
    return settings.home().resolve("keys");
  }

  private synchronized char[] fromFile() {
    Path file = folder().resolve(FILE);
    try {
      if (!Files.exists(file)) {
        byte[] fresh = random.bytes(RANDOM_BYTES);
        byte[] text = Base64.getEncoder().withoutPadding().encode(fresh);
        PrivateFiles.create(file, text);
        Arrays.fill(fresh, (byte) 0);
        Arrays.fill(text, (byte) 0);
      }
      byte[] text = Files.readAllBytes(file);
      CharBuffer characters = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(text));
      Arrays.fill(text, (byte) 0);
      char[] password = stripLineEnd(characters);
      Arrays.fill(characters.array(), '\0');
      return password;
    } catch (IOException e) {
      throw new UncheckedIOException("the key store's password file cannot be used", e);
    }
  }

  private static char[] stripLineEnd(CharBuffer text) {
    int length = text.remaining();
    while (length > 0 && (text.charAt(length - 1) == '\n' || text.charAt(length - 1) == '\r')) {
      length--;
    }
    char[] password = new char[length];
    text.get(password);
    return password;
  }
}
