/**
 * How keys are kept: wrapped under wrapping keys that follow each other in epochs, rotated without
 * touching what they encrypted, and destroyed.
 */
@NullMarked
package org.epione.crypto.keyring;

import org.jspecify.annotations.NullMarked;
