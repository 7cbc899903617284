@NullMarked
package org.epione.ledger;

import org.jspecify.annotations.NullMarked;
