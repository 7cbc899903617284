package org.epione.demo;

/**
 * One step of the path. It looks first at what is there, does what is missing, and verifies it, so
 * that it can be taken again after the server was away.
 */
public record Step(String name, Action action) {

  /** What a step does. */
  @FunctionalInterface
  public interface Action {
    /** Does it. */
    void play() throws Exception;
  }
}
