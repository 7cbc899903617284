@NullMarked
package org.epione.recovery;

import org.jspecify.annotations.NullMarked;
