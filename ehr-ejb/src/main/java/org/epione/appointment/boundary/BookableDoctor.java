package org.epione.appointment.boundary;

/** A doctor whose times a registrar can offer. */
public record BookableDoctor(String account, String name, String specialty) {}
