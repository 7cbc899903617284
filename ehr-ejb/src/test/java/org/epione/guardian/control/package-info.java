@NullMarked
package org.epione.guardian.control;

import org.jspecify.annotations.NullMarked;
