/**
 * The JMS resource adapter: Artemis' own, which here also starts a durable broker inside the server
 * where the installation names no other, and which decides what outside connections may do. The
 * application knows none of it; it sees a connection factory and message-driven beans.
 */
@NullMarked
package org.epione.broker;

import org.jspecify.annotations.NullMarked;
