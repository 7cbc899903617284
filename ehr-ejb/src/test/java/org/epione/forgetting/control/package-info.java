@NullMarked
package org.epione.forgetting.control;

import org.jspecify.annotations.NullMarked;
