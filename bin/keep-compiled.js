/** Runs the program with the command line given, then keeps what V8 has compiled of it. Run by `npm run build`. */
import { writeFileSync } from 'node:fs';
import { COMPILED, compile, holdNursery, run } from './start.js';

const script = compile(undefined);
process.on('exit', () => {
  // V8 takes what it compiled only with the flags that it was made with: the program may have changed this one.
  holdNursery();
  writeFileSync(COMPILED, script.createCachedData());
});
run(script);
