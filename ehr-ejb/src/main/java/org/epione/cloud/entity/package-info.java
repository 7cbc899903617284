/** What a cloud hosted here stores, as rows beside the files. */
@NullMarked
package org.epione.cloud.entity;

import org.jspecify.annotations.NullMarked;
