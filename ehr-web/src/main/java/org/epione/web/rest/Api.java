package org.epione.web.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST interface, under {@code /ehr/api}. Resources are found by scanning. */
@ApplicationPath("api")
public class Api extends Application {}
