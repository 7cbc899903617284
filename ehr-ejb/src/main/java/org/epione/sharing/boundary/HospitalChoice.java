package org.epione.sharing.boundary;

/** A hospital that a doctor can ask for a record. */
public record HospitalChoice(String code, String name) {}
