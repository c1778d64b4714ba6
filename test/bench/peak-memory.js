/** Loaded with --import into a measured process: tells its peak resident set, in KiB, to the file that is named. */
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  writeFileSync(process.env.PEAK_MEMORY_FILE, String(process.resourceUsage().maxRSS));
});
