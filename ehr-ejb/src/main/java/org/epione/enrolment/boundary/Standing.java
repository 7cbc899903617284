package org.epione.enrolment.boundary;

/**
 * A doctor's credit on the chain.
 *
 * @param floor whoever has less is expelled
 */
public record Standing(int credit, int floor, boolean expelled) {}
