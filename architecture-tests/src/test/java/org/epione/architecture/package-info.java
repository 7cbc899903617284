/** The rules of ARCHITECTURE.md, each as a test over the classes of all modules. */
package org.epione.architecture;
