package org.epione.enrolment.boundary;

/** The sex that is used for administrative purposes, as HL7 table 0001 and FHIR have it. */
public enum AdministrativeSex {
  FEMALE,
  MALE,
  OTHER,
  UNKNOWN
}
