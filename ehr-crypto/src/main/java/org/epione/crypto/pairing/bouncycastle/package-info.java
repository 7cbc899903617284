/**
 * The pairing group in pure Java on Bouncy Castle: used where blst cannot load, and as an
 * independent check in tests.
 */
@NullMarked
package org.epione.crypto.pairing.bouncycastle;

import org.jspecify.annotations.NullMarked;
