/** How fast the protocol core is; README says how to run it. Figures are compared within one run, never across machines. */
@org.jspecify.annotations.NullMarked
package au.com.visibuild.scim.bench;
