package org.epione.demo;

/** A step of the path did not come out as it must. */
public final class StepFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StepFailed(String what) {
    super(what);
  }
}
