@org.jspecify.annotations.NullMarked
package org.epione.ledger.transparency;
