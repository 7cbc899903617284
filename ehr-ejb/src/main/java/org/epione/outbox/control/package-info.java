/** The order in which waiting messages are handed to the one relay that sends them. */
@NullMarked
package org.epione.outbox.control;

import org.jspecify.annotations.NullMarked;
