/** HTTP to servers that are not ours and may answer anything: bounded in size and time. */
@NullMarked
package org.epione.ledger.connector.http;

import org.jspecify.annotations.NullMarked;
