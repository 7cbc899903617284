/**
 * What the connector needs from the application around it: local business interfaces, each
 * implemented by exactly one session bean there and injected by type.
 */
@NullMarked
package org.epione.ledger.connector.port;

import org.jspecify.annotations.NullMarked;
