// The manual of the module, which is no package.
package documentation
