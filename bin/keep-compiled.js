/** Runs the program with the command line given, then keeps what V8 has compiled of it. Run by `npm run build`. */
import { writeFileSync } from 'node:fs';
import { COMPILED, compile, run } from './start.js';

const script = compile(undefined);
process.on('exit', () => writeFileSync(COMPILED, script.createCachedData()));
run(script);
