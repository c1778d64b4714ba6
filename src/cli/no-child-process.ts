/**
 * Stands for `node:child_process` in the bundle. Only commander asks for it, to run subcommands that are programs of
 * their own; there are none, and Node takes several milliseconds to load it.
 */
export function spawn(): never {
  throw new Error('no subcommand is a program of its own');
}
