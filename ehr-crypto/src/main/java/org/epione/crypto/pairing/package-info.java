/**
 * The pairing group BLS12-381 as a port: typed immutable elements that are valid from the moment
 * they exist. The backends are in the packages below.
 */
@NullMarked
package org.epione.crypto.pairing;

import org.jspecify.annotations.NullMarked;
