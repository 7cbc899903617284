@NullMarked
package org.epione.guardian;

import org.jspecify.annotations.NullMarked;
