/** What every encoding must fulfil, and the test that every encoding is held to it. */
@NullMarked
package org.epione.crypto.encoding;

import org.jspecify.annotations.NullMarked;
