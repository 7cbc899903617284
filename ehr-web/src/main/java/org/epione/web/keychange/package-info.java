/** The doctor's page of her signing key, and the same over REST. */
@NullMarked
package org.epione.web.keychange;

import org.jspecify.annotations.NullMarked;
