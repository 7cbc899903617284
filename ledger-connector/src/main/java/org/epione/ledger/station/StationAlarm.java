package org.epione.ledger.station;

/** A station brings the proof that the hospital signed two histories, an {@code Equivocation}. */
public final class StationAlarm {

  /** Type of the envelope. */
  public static final String TYPE = "station.alarm";

  private StationAlarm() {}
}
