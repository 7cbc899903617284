/**
 * HL7 version 2 over JMS: takes admission messages from {@code epione.hl7.in}, keeps their raw
 * bytes before anything else, registers the patients through {@code org.epione.enrolment}, and
 * writes the acknowledgements. Parsing is HAPI's; the acknowledgements and the conversation are
 * made here, because HAPI knows neither the enhanced mode nor repeated messages.
 */
@NullMarked
package org.epione.messaging.hl7;

import org.jspecify.annotations.NullMarked;
