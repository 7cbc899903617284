package org.epione.platform.erasure;

/** What has to end before a patient can be forgotten. */
public enum Obstacle {
  /** A treatment goes on. */
  EPISODE_OPEN,
  /** An emergency waits or is open, or its review is. */
  EMERGENCY_OPEN
}
