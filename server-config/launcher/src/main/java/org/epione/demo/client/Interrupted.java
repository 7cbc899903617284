package org.epione.demo.client;

/** The player was told to stop while it waited. */
public final class Interrupted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Interrupted(String what, InterruptedException cause) {
    super("Stopped during: " + what, cause);
  }
}
