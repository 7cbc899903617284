@NullMarked
package org.epione.crypto.secretsharing;

import org.jspecify.annotations.NullMarked;
