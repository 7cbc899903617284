/**
 * The demonstration: plays the main job against a running portal from outside, as the people and
 * the hospital systems would, over REST and JMS only. It knows nothing of the server's insides, so
 * the same player runs against every server; the system tests use its client classes too.
 */
@NullMarked
package org.epione.demo;

import org.jspecify.annotations.NullMarked;
