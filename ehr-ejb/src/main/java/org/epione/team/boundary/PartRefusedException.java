package org.epione.team.boundary;

/** A part, or a whole chain of them, is not acceptable. */
public final class PartRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final PartFault fault;

  public PartRefusedException(PartFault fault) {
    super(fault.name());
    this.fault = fault;
  }

  public PartRefusedException(PartFault fault, Throwable cause) {
    super(fault.name(), cause);
    this.fault = fault;
  }

  public PartFault fault() {
    return fault;
  }
}
