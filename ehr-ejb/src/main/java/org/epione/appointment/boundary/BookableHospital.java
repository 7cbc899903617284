package org.epione.appointment.boundary;

/** A hospital of this server that has appointments. */
public record BookableHospital(String code, String name) {}
