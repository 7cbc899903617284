/** Rows of forgetting. None names a person. */
@NullMarked
package org.epione.forgetting.entity;

import org.jspecify.annotations.NullMarked;
