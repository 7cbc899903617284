package org.epione.team.boundary;

/** A hospital whose doctors can be asked. */
public record HospitalChoice(String code, String name) {}
