@NullMarked
package org.epione.attachment;

import org.jspecify.annotations.NullMarked;
