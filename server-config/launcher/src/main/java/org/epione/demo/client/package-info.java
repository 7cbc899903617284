/**
 * The portal and the broker as clients see them: REST sessions of people by role, HL7 messages of
 * hospital systems, and waiting for what servers do by themselves. Unlike {@code org.epione.demo}
 * it tells no story; the demonstration and the system tests both use it.
 */
@NullMarked
package org.epione.demo.client;

import org.jspecify.annotations.NullMarked;
