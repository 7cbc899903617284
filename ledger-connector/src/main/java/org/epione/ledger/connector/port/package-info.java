/**
 * What passes between the connector and the application around it: local business interfaces that
 * the connector needs, each implemented by exactly one session bean there and injected by type, and
 * what the connector refuses with.
 */
@NullMarked
package org.epione.ledger.connector.port;

import org.jspecify.annotations.NullMarked;
