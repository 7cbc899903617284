package org.epione.appointment.boundary;

/** A hospital of this server where patients book. */
public record BookableHospital(String code, String name) {}
