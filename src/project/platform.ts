/** GOOS and GOARCH names, past and present: what file name suffixes can name (Go source, internal/syslist). */
export const OPERATING_SYSTEMS: ReadonlySet<string> = new Set(
  (
    'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 ' +
    'windows zos'
  ).split(' '),
);

export const ARCHITECTURES: ReadonlySet<string> = new Set(
  (
    '386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ' +
    'ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm'
  ).split(' '),
);

/** The operating systems that the build tag `unix` stands for. */
export const UNIX_SYSTEMS: ReadonlySet<string> = new Set(
  'aix android darwin dragonfly freebsd hurd illumos ios linux netbsd openbsd solaris'.split(' '),
);

/** Operating systems that also satisfy the tag of another (`go help buildconstraint`). */
export const IMPLIED_SYSTEMS: ReadonlyMap<string, string> = new Map([
  ['android', 'linux'],
  ['illumos', 'solaris'],
  ['ios', 'darwin'],
]);

const HOST_SYSTEMS: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows', sunos: 'solaris' };
const HOST_ARCHITECTURES: Record<string, string> = { x64: 'amd64', ia32: '386', mipsel: 'mipsle' };

/** The GOOS of the machine that this runs on. */
export function hostOperatingSystem(): string {
  return HOST_SYSTEMS[process.platform] ?? process.platform;
}

/** The GOARCH of the machine that this runs on. */
export function hostArchitecture(): string {
  return HOST_ARCHITECTURES[process.arch] ?? process.arch;
}
