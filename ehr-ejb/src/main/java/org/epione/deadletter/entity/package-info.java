/** Failed messages and the reasons of failures as rows. */
@NullMarked
package org.epione.deadletter.entity;

import org.jspecify.annotations.NullMarked;
