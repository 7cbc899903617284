@NullMarked
package org.epione.recovery.control;

import org.jspecify.annotations.NullMarked;
