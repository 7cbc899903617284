@NullMarked
package org.epione.crypto;

import org.jspecify.annotations.NullMarked;
