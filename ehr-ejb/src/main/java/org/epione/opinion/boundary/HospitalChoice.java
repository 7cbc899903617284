package org.epione.opinion.boundary;

/** A hospital whose doctors can be asked. */
public record HospitalChoice(String code, String name) {}
