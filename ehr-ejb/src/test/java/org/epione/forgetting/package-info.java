@NullMarked
package org.epione.forgetting;

import org.jspecify.annotations.NullMarked;
