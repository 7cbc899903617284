package org.epione.emergency.boundary;

/** Why the patient herself is not asked. The words for people are in the portal's bundle. */
public enum EmergencyReason {
  /** She is unconscious, or cannot make herself understood. */
  CANNOT_SPEAK,
  /** Her life or health is in danger, and there is no time. */
  NO_TIME,
  /** She or somebody else is in danger by what she may do. */
  DANGER,
  /** Something else, as described. */
  OTHER
}
